import { expect, test } from 'vitest'
import { readReport, tallyFiles } from '../../../../scripts/test/vitest-report.js'

const passing = {
  name: '/a.test.ts',
  status: 'passed',
  assertionResults: [{ status: 'passed' }, { status: 'passed' }],
}
const failing = {
  name: '/b.test.ts',
  status: 'failed',
  assertionResults: [{ status: 'passed' }, { status: 'failed' }],
}

test('tests are counted', () => {
  expect(tallyFiles([passing], true)).toEqual({ passed: 2, failed: 0 })
  expect(tallyFiles([passing, failing], false)).toEqual({ passed: 3, failed: 1 })
})

test('a file that could not be loaded, or failed around its tests, counts as one that failed', () => {
  const unloaded = { name: '/c.test.ts', status: 'failed', assertionResults: [] }
  const around = { ...passing, status: 'failed' }
  expect(tallyFiles([passing, unloaded, around], false)).toEqual({ passed: 4, failed: 2 })
})

test('a run that ended badly is a failure although every test passed', () => {
  expect(tallyFiles([passing], false)).toEqual({ passed: 2, failed: 1 })
})

test('a run without a report is a failure', async () => {
  expect(tallyFiles(await readReport('/nowhere/report.json'), false)).toEqual({ passed: 0, failed: 1 })
})
