import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../setup/paths.js'
import { filesToRunAgain, mergeRuns } from './again.js'
import { runScript } from './run-script.js'
import { hasFailed, readReport, tallyFiles } from './vitest-report.js'

/**
 * Runs a suite of tests. Where a few files failed they run once more, by themselves: what passes then counts, and is named as
 * flaky, so that a busy machine does not hide it and does not fail the run either.
 * @param {string} name the script in package.json
 * @returns {Promise<import('./vitest-report.js').Tally & { flaky: string[] }>}
 */
export async function runSuite(name) {
  const first = await runVitest(name)
  const again = first.endedWell ? [] : filesToRunAgain(first.files)
  if (again.length === 0) return { ...tallyFiles(first.files, first.endedWell), flaky: [] }
  console.log(`\n> ${name}, once more: ${again.map(short).join(', ')}`)
  const second = await runVitest(name, again)
  const files = mergeRuns(first.files, second.files)
  const flaky = second.files.filter((file) => again.includes(file.name) && !hasFailed(file))
  return { ...tallyFiles(files, second.endedWell), flaky: flaky.map(({ name: file }) => short(file)) }
}

/** @param {string} file */
function short(file) {
  return relative(root, file)
}

/**
 * @param {string} name
 * @param {string[]} [only]
 */
async function runVitest(name, only = []) {
  const scratch = await mkdtemp(join(tmpdir(), 'shoal-test-'))
  const report = join(scratch, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const endedWell = await runScript(name, '--', ...reporters, ...only)
  const files = await readReport(report)
  await rm(scratch, { recursive: true })
  return { endedWell, files }
}
