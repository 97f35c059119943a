import { buildDesktop } from './build-desktop.js'
import { buildRenderer } from './build-renderer.js'
import { bundleParts } from './bundle/bundle-parts.js'
import { runIfMain } from './setup/main.js'

/**
 * Builds the `shoal` command, unless it is up to date.
 * @returns {Promise<string>} what came of it
 * @throws {Error} with the compiler's messages
 */
export async function buildCommandLine() {
  return (await bundleParts('cli/main.ts', 'dist/shoal.cjs')) ? 'built' : 'up to date'
}

await runIfMain(import.meta.url, async () => {
  console.log(`dist/shoal.cjs: ${await buildCommandLine()}`)
  console.log(`dist/renderer: ${await buildRenderer()}`)
  console.log(`out: ${await buildDesktop()}`)
})
