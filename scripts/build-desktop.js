import { join } from 'node:path'
import { root, stamps } from './setup/paths.js'
import { run } from './setup/run.js'
import { makeUnlessCurrent } from './setup/stamp.js'

/** What the desktop app is made of, its window apart. */
const SOURCES = ['contract', 'rpc', 'engine', 'electron', 'electron.vite.config.ts', 'package-lock.json']

/**
 * Builds the desktop app's own programs (main, the engine's process, the preload script), unless they are up to date.
 * @returns {Promise<string>} what came of it
 * @throws {Error} with the bundler's messages
 */
export async function buildDesktop() {
  const wasMade = await makeUnlessCurrent(
    {
      sources: SOURCES.map((source) => join(root, source)),
      output: join(root, 'out', 'main', 'index.js'),
      stamp: join(stamps, 'desktop'),
    },
    async () => {
      const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
      await run(process.execPath, [program, 'build', '--logLevel', 'warn', '--ignoreConfigWarning'], {
        cwd: root,
      })
    },
  )
  return wasMade ? 'built' : 'up to date'
}
