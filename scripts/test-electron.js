import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildDesktop } from './build-desktop.js'
import { buildRenderer } from './build-renderer.js'
import { findElectron, thisHost } from './desktop/find-electron.js'
import { npm } from './setup/dependencies.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'

/** Runs the tests that need Electron itself, or says why they cannot run here, which is no failure. */
async function testElectron() {
  const found = await findElectron(thisHost())
  if ('reason' in found) {
    console.log(`Skipped: ${found.reason}`)
    return
  }
  await buildRenderer()
  await buildDesktop()
  const child = spawn(npm, ['exec', '--', 'vitest', 'run', '--project', 'electron'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SHOAL_TEST_ELECTRON: found.program },
  })
  const [code] = await once(child, 'close')
  process.exitCode = code ?? 1
}

await runIfMain(import.meta.url, testElectron)
