import { join } from 'node:path'
import { root, stamps } from '../setup/paths.js'
import { makeUnlessCurrent } from '../setup/stamp.js'

const SOURCES = [
  'contract',
  'rpc',
  'engine',
  'electron',
  'electron.vite.config.ts',
  'scripts/bundle/desktop.js',
  'package-lock.json',
]

/**
 * Builds what of the desktop app is not the page: main, the engine's process and the preload script.
 * @returns {Promise<boolean>} whether it had to be made
 */
export function buildDesktop() {
  return makeUnlessCurrent(
    {
      sources: SOURCES.map((source) => join(root, source)),
      output: join(root, 'out', 'main', 'index.js'),
      stamp: join(stamps, 'desktop'),
    },
    async () => {
      const { build } = await import('electron-vite')
      await build({
        root,
        configFile: join(root, 'electron.vite.config.ts'),
        logLevel: 'warn',
        ignoreConfigWarning: true,
      })
    },
  )
}
