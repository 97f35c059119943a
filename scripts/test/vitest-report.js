import { readFile } from 'node:fs/promises'

/**
 * A file in a report of vitest's JSON reporter.
 * @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} TestFile
 */

/**
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * Counts the tests of these files. A file that could not be loaded has no tests and counts as one that failed, and so does a
 * run that ended badly although every test passed.
 * @param {TestFile[]} files
 * @param {boolean} endedWell whether vitest exited with 0
 * @returns {Tally}
 */
export function tallyFiles(files, endedWell) {
  const count = (/** @type {string} */ status) =>
    files.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length
  const broken = files.filter((file) => hasFailed(file) && !file.assertionResults.some(isFailure))
  const failed = count('failed') + broken.length
  return { passed: count('passed'), failed: endedWell ? failed : Math.max(failed, 1) }
}

/** @param {TestFile} file */
export function hasFailed({ status }) {
  return status === 'failed'
}

/** @param {{ status: string }} test */
function isFailure({ status }) {
  return status === 'failed'
}

/**
 * Reads the report that a run has left.
 * @param {string} path
 * @returns {Promise<TestFile[]>} nothing when there is none to read
 */
export async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).testResults ?? []
  } catch {
    return []
  }
}
