import { runBundle } from './bundle/run-bundle.js'
import { runIfMain } from './setup/main.js'
import { setUp } from './setup.js'

/** Sets up, then measures what watching a stack costs with this command's own arguments. */
async function benchObserve() {
  await setUp({ compose: true })
  await runBundle('bench/observe/main.ts', 'dist/bench/observe.js', ['test/support'])
}

await runIfMain(import.meta.url, benchObserve)
