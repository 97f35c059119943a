import { expect, test } from 'vitest'
import { readTally, tallyReport } from '../../../../scripts/test/vitest-report.js'

const file = { status: 'passed', assertionResults: [{}] }
const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file] }

test('tests are counted', () => {
  expect(tallyReport(report, true)).toEqual({ passed: 3, failed: 0 })
  expect(tallyReport({ ...report, numFailedTests: 2 }, false)).toEqual({ passed: 3, failed: 2 })
})

test('a file that could not be loaded counts as one that failed', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(tallyReport({ ...report, testResults: [file, broken, broken] }, false)).toEqual({
    passed: 3,
    failed: 2,
  })
})

test('a run that ended badly is a failure although every test passed', () => {
  expect(tallyReport(report, false)).toEqual({ passed: 3, failed: 1 })
})

test('a run without a report is a failure', async () => {
  expect(await readTally('/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1 })
})
