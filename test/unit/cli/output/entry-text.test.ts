import colors from 'picocolors'
import { expect, test } from 'vitest'
import { entryText, recordText } from '../../../../cli/output/entry-text.ts'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { commandEntry } from '../../../support/happenings.ts'

const at = new Date(2026, 0, 1, 12, 0, 3).getTime()
const text = (changes: Partial<TimelineEntry>) =>
  entryText(
    { ...commandEntry({}, { at, took: 2_100, what: 'scale 3 -> 6' }), ...changes },
    colors.createColors(false),
  )

test('a command says how long it took and what it cost', () => {
  expect(text({ requests: { total: 4_812, lost: 0, counted: true } })).toBe(
    '2026-01-01 12:00:03  shoal           scale 3 -> 6: 2.1 s, 0 of 4,812 requests lost',
  )
  expect(text({ requests: { total: 1, lost: 1, counted: false } })).toBe(
    '2026-01-01 12:00:03  shoal           scale 3 -> 6: 2.1 s, at least 1 of 1 request lost',
  )
  expect(text({ requests: { total: 0, lost: 0, counted: true } })).toMatch(/scale 3 -> 6: 2\.1 s$/)
})

test('how it ended stands beside it, and why', () => {
  const error = { code: 'never-healthy', message: 'app-6 was never healthy.', hint: '' } as const
  expect(text({ outcome: 'failed', error })).toMatch(/2\.1 s \(failed\) {2}app-6 was never healthy\.$/)
  expect(text({ outcome: 'interrupted', took: null })).toMatch(/scale 3 -> 6 \(shoal was killed\)$/)
})

test('an incident has its cause before it', () => {
  expect(
    text({
      kind: 'container',
      cause: 'restart-policy',
      what: 'app-2 was started again by Docker (restart 1)',
      took: 320,
    }),
  ).toBe('2026-01-01 12:00:03  restart policy  app-2 was started again by Docker (restart 1): 320 ms')
})

test.each([
  [340, 'up: 340 ms'],
  [185_000, 'up: 3 min 5 s'],
  [7_400_000, 'up: 2 h 3 min'],
])('%d ms', (took, line) => {
  expect(recordText({ what: 'up', took, requests: null })).toBe(line)
})
