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
import { readTally } from './test/vitest-report.js'

const CHECKS = ['check:types', 'check:lint', 'check:layers', 'check:dead']
const SUITES = ['test:unit', 'test:integration']

/** Sets up and runs everything, whatever fails on the way. The last line is the count of tests, and a failed check is one. */
async function test() {
  await setUp({ compose: true })
  const scratch = await mkdtemp(join(tmpdir(), 'shoal-test-'))
  /** @type {{ name: string, passed: number, failed: number, took: string }[]} */
  const results = []
  for (const name of CHECKS) results.push(await runCheck(name))
  for (const name of SUITES)
    results.push(await runSuite(name, join(scratch, `${name.replace(':', '-')}.json`)))
  await rm(scratch, { recursive: true })
  console.log('\nSummary')
  for (const { name, passed, failed, took } of results) {
    console.log(
      `  ${failed ? 'FAILED' : 'ok    '}  ${name}${passed ? `, ${passed} passed` : ''}${failed ? `, ${failed} failed` : ''} (${took})`,
    )
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0)
  if (sum('failed') > 0) process.exitCode = 1
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
}

/** @param {string} name */
async function runCheck(name) {
  const { endedWell, took } = await runScript(name, [])
  return { name, passed: 0, failed: endedWell ? 0 : 1, took }
}

/**
 * @param {string} name
 * @param {string} report
 */
async function runSuite(name, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { endedWell, took } = await runScript(name, ['--', ...reporters])
  return { name, ...(await readTally(report, endedWell)), took }
}

/**
 * @param {string} name
 * @param {string[]} args
 */
async function runScript(name, args) {
  console.log(`\n> ${name}`)
  const started = performance.now()
  const child = spawn(npm, ['run', '--silent', name, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  return { endedWell: code === 0, took: seconds(performance.now() - started) }
}

await runIfMain(import.meta.url, test)
