import { join } from 'node:path'
import { root, stamps } from './setup/paths.js'
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
      // Imported here, for this module is loaded before the packages are installed.
      const { build } = await import('vite')
      await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
    },
  )
  return wasMade ? 'built' : 'up to date'
}
