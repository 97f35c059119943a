import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Zod's messages in some fifty languages would be a third of what a window loads. Shoal speaks English. */
const oneLocale: Plugin = {
  name: 'one-locale',
  enforce: 'pre',
  load(id) {
    return /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/.test(id)
      ? "export { default as en } from './en.js'"
      : null
  },
}

/** Where `npm run dev` finds the engine: a `shoal ui` beside it. */
const api = process.env.SHOAL_UI_URL

export default defineConfig({
  root: folder('.'),
  // The same files are served over http and over Electron's own protocol.
  base: './',
  plugins: [oneLocale, react()],
  build: {
    outDir: folder('../dist/renderer'),
    emptyOutDir: true,
    // Chromium of the current Electron, and what the other browsers had a year before it.
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Schemas are made as their modules load, in whatever chunk; zod is told what it may do before the first of them.
        codeSplitting: {
          groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]without-eval\.ts$/ }],
        },
      },
    },
    assetsInlineLimit: 0,
  },
  server: api ? { proxy: { '/rpc': { target: api, ws: true, changeOrigin: true } } } : {},
})
