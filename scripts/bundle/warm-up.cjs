const { writeFileSync } = require('node:fs')
const { resolve } = require('node:path')
const { codeFile, load } = require('../../bin/load.cjs')
const { startToyEngine } = require('./toy-engine.cjs')

/**
 * Runs `shoal status` against an engine that is none, and keeps the code of all that ran: it is what most commands need.
 * @param {string} file the bundled command
 */
async function warmUp(file) {
  process.env.DOCKER_HOST = `tcp://127.0.0.1:${await startToyEngine()}`
  const project = resolve(__dirname, '../../stack')
  process.argv = [process.execPath, file, '--project', project, 'status', '--json']
  const { code, run } = load(file)
  process.once('exit', (exitCode) => {
    if (exitCode === 0) writeFileSync(codeFile(file), code())
  })
  run()
}

warmUp(process.argv[2] ?? '')
