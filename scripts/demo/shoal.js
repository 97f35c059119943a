import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../setup/paths.js'

/**
 * Runs one command of `shoal` in the checkout, where it means the bundled sample. Its progress goes to this terminal.
 * @param {...string} args
 * @returns {Promise<any>} the document it prints
 * @throws {Error} with what went wrong and what to do, as it says
 */
export async function shoal(...args) {
  const command = [join(root, 'bin', 'shoal.cjs'), '--json', ...args]
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text
    if (!isError(text)) process.stderr.write(text.replace(/^(?=.)/gm, '  '))
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(readError(complaint) ?? `shoal ${args[0]} ended with ${code}`)
  return output.trim() ? JSON.parse(output) : undefined
}

/** @param {string} text */
function isError(text) {
  return text.startsWith('{"error":')
}

/**
 * The sentence in the last line of what it said on standard error.
 * @param {string} complaint
 */
function readError(complaint) {
  const line = complaint.trim().split('\n').findLast(isError)
  if (!line) return undefined
  const { message, hint } = JSON.parse(line).error
  return hint ? `${message}\n${hint}` : message
}
