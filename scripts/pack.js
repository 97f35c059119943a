import { buildDesktop } from './build-desktop.js'
import { buildRenderer } from './build-renderer.js'
import { packDesktop } from './desktop/pack.js'
import { runIfMain } from './setup/main.js'
import { ensureSampleApp } from './setup/sample-app.js'

/** Builds the desktop app and packs it into release/; with `--installers`, installers for this platform too. */
async function pack() {
  await ensureSampleApp(console.log)
  await buildRenderer()
  await buildDesktop()
  await packDesktop({ installers: process.argv.includes('--installers') })
}

await runIfMain(import.meta.url, pack)
