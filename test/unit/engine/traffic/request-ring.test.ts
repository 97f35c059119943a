import { expect, test } from 'vitest'
import { RequestRing } from '../../../../engine/traffic/request-ring.ts'
import { entry } from './lines.ts'

function ringOf(count: number, limits: { requests: number; bytes: number }): RequestRing {
  const ring = new RequestRing(limits)
  for (let id = 0; id < count; id += 1) ring.add(entry(), `line ${id}`)
  return ring
}

const ids = ({ requests, gone }: ReturnType<RequestRing['since']>) => ({
  ids: requests.map(({ id }) => id),
  gone,
})

test('a reader gets what came since its place, and how many it missed', () => {
  const ring = ringOf(10, { requests: 4, bytes: 1_000 })
  expect(ring.next).toBe(10)
  expect([0, 7, 10, 99].map((id) => ids(ring.since(id)))).toEqual([
    { ids: [6, 7, 8, 9], gone: 6 },
    { ids: [7, 8, 9], gone: 0 },
    { ids: [], gone: 0 },
    { ids: [], gone: 0 },
  ])
})

test('it never holds more bytes than it may', () => {
  expect(ids(ringOf(9, { requests: 100, bytes: 20 }).since(0))).toEqual({ ids: [6, 7, 8], gone: 6 })
})
