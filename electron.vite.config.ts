import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { absentParts } from './electron/build/absent-parts.ts'
import renderer from './renderer/vite.config.ts'

const root = import.meta.dirname
const entry = (path: string) => join(root, 'electron', path)

/** electron-vite looks for a page where ours is not. */
const served = {
  ...renderer,
  build: { ...renderer.build, rolldownOptions: { input: join(root, 'renderer', 'index.html') } },
}

/**
 * Main, the engine's process and the preload script, each with all its packages in it, so that the app carries no
 * node_modules. The page has one build, `vite build renderer`, for the desktop app and for `shoal ui`: here it is only served,
 * while it is developed.
 */
export default defineConfig(({ command }) => ({
  main: {
    plugins: [absentParts],
    build: {
      outDir: join(root, 'out', 'main'),
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: entry('main/index.ts'), engine: entry('engine/index.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out', 'preload'),
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: entry('preload/index.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  ...(command === 'serve' && { renderer: served }),
}))
