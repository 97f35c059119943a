import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../setup/paths.js'

/**
 * Runs a program at this terminal until it ends. An interrupt there reaches it without our help, and it decides what to do.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export async function runInFront(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env })
  const ignore = () => {}
  const pass = () => child.kill('SIGTERM')
  process.on('SIGINT', ignore).on('SIGTERM', pass)
  try {
    const [code] = await once(child, 'close')
    return code ?? 1
  } finally {
    process.off('SIGINT', ignore).off('SIGTERM', pass)
  }
}
