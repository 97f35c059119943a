import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and answers with what it printed. Its standard input is empty, so it cannot ask anything.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 * @throws {Error} with the last lines it printed when it cannot start or exits with another code than 0
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
      const said = everything.trimEnd().split('\n').slice(-15).join('\n')
      reject(new Error(`${command} ${args[0] ?? ''} ended with ${signal ?? code}:\n${said}`))
    })
  })
}
