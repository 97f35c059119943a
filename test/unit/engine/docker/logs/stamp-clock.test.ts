import { expect, test } from 'vitest'
import { StampClock } from '../../../../../engine/docker/logs/stamp-clock.ts'

test('every form of stamp is read as a date is, whatever came before', () => {
  const stamps = [
    '2026-03-01T10:00:00.123456789Z',
    '2026-03-01T10:00:00.999999999Z',
    '2026-03-01T10:00:01.000000000Z',
    '2026-03-01T10:00:00.500000000Z',
    '2026-03-01T12:00:00.123456789+02:00',
    '2026-03-01T10:00:00Z',
  ]
  const clock = new StampClock()
  expect(stamps.map((stamp) => clock.timeOf(stamp))).toEqual(
    stamps.map((stamp) => Math.floor(Date.parse(stamp.replace(/(\.\d{3})\d+/, '$1')))),
  )
})

test('what is no stamp is the epoch', () => {
  expect(new StampClock().timeOf('')).toBe(0)
})
