import { readFile } from 'node:fs/promises'

/**
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * Counts the tests in a report of vitest's JSON reporter. A file that could not be loaded has no tests and counts as one that
 * failed, and so does a run that ended badly although every test passed.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @param {boolean} endedWell whether vitest exited with 0
 * @returns {Tally}
 */
export function tallyReport(report, endedWell) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + broken.length
  return { passed: report.numPassedTests, failed: endedWell ? failed : Math.max(failed, 1) }
}

/**
 * Reads the report that a run has left.
 * @param {string} file
 * @param {boolean} endedWell
 * @returns {Promise<Tally>} one failure when there is none to read
 */
export async function readTally(file, endedWell) {
  try {
    return tallyReport(JSON.parse(await readFile(file, 'utf8')), endedWell)
  } catch {
    return { passed: 0, failed: 1 }
  }
}
