const { existsSync, writeFileSync } = require('node:fs')
const { resolve } = require('node:path')
const { open } = require('../../bin/load.cjs')
const { startToyEngine } = require('./toy-engine.cjs')

/**
 * Runs a command of `shoal` against an engine that is none, and keeps the code of each part of which there is none yet.
 * @param {string} folder the parts of the command
 * @param {string[]} command
 */
async function warmUp(folder, command) {
  process.env.DOCKER_HOST = `tcp://127.0.0.1:${await startToyEngine()}`
  const project = resolve(__dirname, '../../stack')
  process.argv = [process.execPath, 'shoal', '--project', project, ...command]
  const parts = open(folder)
  process.once('exit', (exitCode) => {
    if (exitCode !== 0) return
    for (const { file, code } of parts.loaded()) if (!existsSync(file)) writeFileSync(file, code())
  })
  parts.run()
}

const [folder = '', ...command] = process.argv.slice(2)
warmUp(folder, command)
