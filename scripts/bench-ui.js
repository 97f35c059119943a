import { runBundle } from './bundle/run-bundle.js'
import { runIfMain } from './setup/main.js'
import { setUp } from './setup.js'

/** Sets up, then measures the window with this command's own arguments. */
async function benchUi() {
  await setUp({ browser: true })
  await runBundle('bench/ui/main.ts', 'dist/bench/ui.js', ['test/support'])
}

await runIfMain(import.meta.url, benchUi)
