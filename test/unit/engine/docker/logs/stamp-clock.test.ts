import { expect, test } from 'vitest'
import { StampClock } from '../../../../../engine/docker/logs/stamp-clock.ts'

test('every form of stamp is read as a date is, to the nanosecond, whatever came before', () => {
  const stamps = [
    '2026-03-01T10:00:00.123456789Z',
    '2026-03-01T10:00:59.999999999Z',
    '2026-03-01T10:01:00.000000000Z',
    '2026-03-01T10:00:00.500000000Z',
    '2026-03-01T12:00:00.123456789+02:00',
    '2026-03-01T10:00:00Z',
  ]
  const clock = new StampClock()
  const read = stamps.map((stamp) => {
    clock.readText(stamp)
    return [clock.time, clock.nanos]
  })
  const times = stamps.map((stamp) => Math.floor(Date.parse(stamp.replace(/(\.\d{3})\d+/, '$1'))))
  expect(read).toEqual([456_789, 999_999, 0, 0, 456_789, 0].map((nanos, at) => [times[at], nanos]))
})

test('what is no stamp is the epoch', () => {
  const clock = new StampClock()
  clock.readText('')
  expect([clock.time, clock.nanos]).toEqual([0, 0])
})
