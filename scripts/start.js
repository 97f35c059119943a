import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { findElectron, thisHost } from './desktop/find-electron.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'
import { setUp } from './setup.js'

/** Opens the desktop app, with the folder that is named; in the browser where Electron cannot show it. */
async function start() {
  await setUp()
  const args = process.argv.slice(2)
  const found = await findElectron(thisHost())
  if ('program' in found) return await show(found.program, [root, ...args])
  console.log(`${found.reason} Shoal opens in the browser instead.\n`)
  await show(process.execPath, [join(root, 'bin', 'shoal.cjs'), 'ui', ...args])
}

/**
 * Lends the terminal to a program until that ends.
 * @param {string} program
 * @param {string[]} args
 */
async function show(program, args) {
  // Ctrl-C reaches the program too, which ends in its own way.
  process.on('SIGINT', () => {})
  const [code] = await once(spawn(program, args, { cwd: root, stdio: 'inherit' }), 'close')
  process.exitCode = code ?? 0
}

await runIfMain(import.meta.url, start)
