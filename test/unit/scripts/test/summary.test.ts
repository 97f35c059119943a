import { expect, test } from 'vitest'
import { formatSummary } from '../../../../scripts/test/summary.js'

test('the last line counts the tests, and each failed check as one; flaky files are named', () => {
  const results = [
    { name: 'check:types', passed: 0, failed: 0, flaky: [], took: '2.0 s' },
    { name: 'check:lint', passed: 0, failed: 1, flaky: [], took: '0.4 s' },
    { name: 'test:unit', passed: 12, failed: 2, flaky: ['test/unit/a.test.ts'], took: '3.1 s' },
  ]
  expect(formatSummary(results).split('\n')).toEqual([
    'Summary',
    '  ok      check:types (2.0 s)',
    '  FAILED  check:lint, 1 failed (0.4 s)',
    '  FAILED  test:unit, 12 passed, 2 failed (3.1 s)',
    '  FLAKY   test/unit/a.test.ts: failed, then passed by itself',
    '12 passed, 3 failed',
  ])
})
