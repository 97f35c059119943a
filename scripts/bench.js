import { runBundle } from './bundle/run-bundle.js'
import { runIfMain } from './setup/main.js'
import { setUp } from './setup.js'

/** Sets up, then runs the benchmark with this command's own arguments. */
async function bench() {
  await setUp({ compose: true })
  await runBundle('bench/main.ts', 'dist/bench/main.js')
}

await runIfMain(import.meta.url, bench)
