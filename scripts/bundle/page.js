import { join } from 'node:path'
import { root, stamps } from '../setup/paths.js'
import { makeUnlessCurrent } from '../setup/stamp.js'

const SOURCES = ['contract', 'rpc', 'renderer', 'scripts/bundle/page.js', 'package-lock.json']

/**
 * Builds the page that the desktop app and `shoal ui` show.
 * @returns {Promise<boolean>} whether it had to be made
 */
export function buildPage() {
  return makeUnlessCurrent(
    {
      sources: SOURCES.map((source) => join(root, source)),
      output: join(root, 'dist', 'renderer', 'index.html'),
      stamp: join(stamps, 'renderer'),
    },
    async () => {
      // Imported here, for this module is loaded before the packages are installed.
      const { build } = await import('vite')
      await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
    },
  )
}
