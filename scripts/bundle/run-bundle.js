import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../setup/paths.js'
import { bundle } from './bundle.js'

/**
 * Bundles a program of ours and runs it with this command's own arguments; its exit code becomes this one's.
 * @param {string} entry relative to the checkout
 * @param {string} output relative to the checkout
 * @param {string[]} [more] folders that it is made of besides the usual ones
 */
export async function runBundle(entry, output, more) {
  await bundle(entry, output, more)
  const args = [join(root, output), ...process.argv.slice(2)]
  const running = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  // It takes its stack down before it ends. An interrupt at the terminal reaches it without our help.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => running.kill('SIGTERM'))
  const [code] = await once(running, 'exit')
  process.exitCode = code ?? 1
}
