import { afterAll, expect, test, vi } from 'vitest'
import { parseSince } from '../../../../cli/values/since.ts'

// Far from UTC, so that local time is told from it.
vi.stubEnv('TZ', 'Asia/Tokyo')
afterAll(() => vi.unstubAllEnvs())

const now = Date.UTC(2026, 0, 31, 12)

test.each([
  ['90s', now - 90_000],
  ['10m', now - 600_000],
  ['1h30m', now - 5_400_000],
  ['1.5h', now - 5_400_000],
  ['2d', now - 172_800_000],
  ['1w', now - 604_800_000],
  ['1767268800', 1_767_268_800_000],
  ['1767268800.25', 1_767_268_800_250],
  ['2026-01-31T10:00:00Z', now - 7_200_000],
  ['2026-01-31T10:00+02:00', now - 14_400_000],
  ['2026-01-31', new Date(2026, 0, 31).getTime()],
  ['2026-01-31 09:30', new Date(2026, 0, 31, 9, 30).getTime()],
])('%s is a moment', (text, expected) => {
  expect(parseSince(text, now)).toBe(expected)
})

test.each(['', 'x', '10', '10 m', '-5m', '2026', '2026-13-01', '2026-01-31T99:00', '99999d', 'yesterday'])(
  '"%s" is not',
  (text) => {
    expect(() => parseSince(text, now)).toThrow(/^(It must be|Did you mean)/)
  },
)
