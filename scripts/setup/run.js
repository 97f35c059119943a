import { spawn } from 'node:child_process'

const SHOWN_LINES = 12

/**
 * Runs a program to its end and answers with what it printed. Its standard input is empty, so it cannot ask anything.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 * @throws {Error} with the first and last lines it printed when it cannot start or exits with another code than 0
 */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let everything = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      everything += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      everything += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output)
      reject(new Error(`${command} ${args[0] ?? ''} ended with ${signal ?? code}:\n${ends(everything)}`))
    })
  })
}

/**
 * The first and the last lines of a long output: some programs say what is wrong before a lot of advice, some after a lot of
 * progress.
 * @param {string} output
 */
function ends(output) {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n')
  return [...lines.slice(0, SHOWN_LINES), '...', ...lines.slice(-SHOWN_LINES)].join('\n')
}
