import { join } from 'node:path'
import { buildDesktop } from './build-desktop.js'
import { findElectron, thisHost } from './desktop/find-electron.js'
import { runInFront } from './desktop/run-in-front.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'
import { setUp } from './setup.js'

/** Sets up, then opens the desktop app; where that cannot run, the same window in the browser. */
async function start() {
  await setUp()
  const found = await findElectron(thisHost())
  if ('program' in found) {
    await buildDesktop()
    process.exitCode = await runInFront(found.program, ['.', ...process.argv.slice(2)])
  } else {
    console.log(`${found.reason} The window opens in the browser instead.`)
    const args = [join(root, 'bin', 'shoal.cjs'), 'ui', ...process.argv.slice(2)]
    process.exitCode = await runInFront(process.execPath, args)
  }
}

await runIfMain(import.meta.url, start)
