import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm } from './setup/dependencies.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'
import { seconds } from './setup/step.js'
import { setUp } from './setup.js'
import { formatSummary } from './test/summary.js'
import { readTally } from './test/vitest-report.js'

const CHECKS = ['check:types', 'check:lint', 'check:layers', 'check:dead']
const SUITES = ['test:unit', 'test:integration', 'test:e2e']

/** Sets up and runs everything, whatever fails on the way; only without the set-up there is nothing to run. */
async function test() {
  const results = [await timed('setup', trySetUp)]
  if (results.every((result) => result.failed === 0)) {
    for (const name of CHECKS) results.push(await timed(name, () => runCheck(name)))
    for (const name of SUITES) results.push(await timed(name, () => runSuite(name)))
  }
  if (results.some((result) => result.failed > 0)) process.exitCode = 1
  console.log(`\n${formatSummary(results)}`)
}

/**
 * @param {string} name
 * @param {() => Promise<import('./test/vitest-report.js').Tally>} work
 * @returns {Promise<import('./test/summary.js').Result>}
 */
async function timed(name, work) {
  console.log(`\n> ${name}`)
  const started = performance.now()
  const tally = await work()
  return { name, ...tally, took: seconds(performance.now() - started) }
}

async function trySetUp() {
  try {
    await setUp({ compose: true, browser: true })
    return { passed: 0, failed: 0 }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

/** @param {string} name */
async function runCheck(name) {
  return { passed: 0, failed: (await runScript(name)) ? 0 : 1 }
}

/** @param {string} name */
async function runSuite(name) {
  const scratch = await mkdtemp(join(tmpdir(), 'shoal-test-'))
  const report = join(scratch, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const endedWell = await runScript(name, '--', ...reporters)
  const tally = await readTally(report, endedWell)
  await rm(scratch, { recursive: true })
  return tally
}

/**
 * @param {...string} args
 * @returns {Promise<boolean>} whether it ended well
 */
async function runScript(...args) {
  const child = spawn(npm, ['run', '--silent', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  return code === 0
}

await runIfMain(import.meta.url, test)
