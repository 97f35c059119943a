import { runIfMain } from './setup/main.js'
import { seconds } from './setup/step.js'
import { setUp } from './setup.js'
import { runScript } from './test/run-script.js'
import { runSuite } from './test/run-suite.js'
import { formatSummary } from './test/summary.js'

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
 * @param {() => Promise<Omit<import('./test/summary.js').Result, 'name' | 'took'>>} work
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
    return { passed: 0, failed: 0, flaky: [] }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, flaky: [] }
  }
}

/** @param {string} name */
async function runCheck(name) {
  return { passed: 0, failed: (await runScript(name)) ? 0 : 1, flaky: [] }
}

await runIfMain(import.meta.url, test)
