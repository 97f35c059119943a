import { runBundle } from './bundle/run-bundle.js'
import { runIfMain } from './setup/main.js'
import { setUp } from './setup.js'

/** Sets up, then photographs every screen into docs/images. */
async function screenshots() {
  await setUp({ browser: true })
  await runBundle('test/screenshots/main.ts', 'dist/test/screenshots.js', [
    'test/support',
    'test/screenshots',
  ])
}

await runIfMain(import.meta.url, screenshots)
