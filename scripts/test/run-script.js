import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { npm } from '../setup/dependencies.js'
import { root } from '../setup/paths.js'

/**
 * Runs a script of package.json, its output with ours.
 * @param {...string} args
 * @returns {Promise<boolean>} whether it ended well
 */
export async function runScript(...args) {
  const child = spawn(npm, ['run', '--silent', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  return code === 0
}
