import { join } from 'node:path'
import { root, stamps } from './setup/paths.js'
import { run } from './setup/run.js'
import { makeUnlessCurrent } from './setup/stamp.js'

/** What a window is made of. */
const SOURCES = ['contract', 'rpc', 'renderer', 'package-lock.json']

/**
 * Builds the window's files, which the desktop app and `shoal ui` both show, unless they are up to date.
 * @returns {Promise<string>} what came of it
 * @throws {Error} with the bundler's messages
 */
export async function buildRenderer() {
  const wasMade = await makeUnlessCurrent(
    {
      sources: SOURCES.map((source) => join(root, source)),
      output: join(root, 'dist', 'renderer'),
      stamp: join(stamps, 'renderer'),
    },
    async () => {
      // A process of its own, for React is bundled for development where NODE_ENV says that tests run.
      const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
      const args = [
        program,
        'build',
        '--config',
        join(root, 'renderer', 'vite.config.ts'),
        '--logLevel',
        'warn',
      ]
      await run(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
    },
  )
  return wasMade ? 'built' : 'up to date'
}
