import { hasFailed } from './vitest-report.js'

/** More failures than this are no accident of a busy machine. */
const MOST = 5

/**
 * The files that are worth a second run: a few that failed among others that passed.
 * @param {import('./vitest-report.js').TestFile[]} files
 * @returns {string[]}
 */
export function filesToRunAgain(files) {
  const failed = files.filter(hasFailed).map(({ name }) => name)
  return failed.length <= MOST ? failed : []
}

/**
 * The files of both runs: of one that ran twice, the second.
 * @param {import('./vitest-report.js').TestFile[]} first
 * @param {import('./vitest-report.js').TestFile[]} second
 * @returns {import('./vitest-report.js').TestFile[]}
 */
export function mergeRuns(first, second) {
  const again = new Map(second.map((file) => [file.name, file]))
  return first.map((file) => again.get(file.name) ?? file)
}
