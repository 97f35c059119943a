import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unpackSeconds } from '../../../../contract/traffic.ts'
import { ItemMaker } from '../../../../engine/traffic/item.ts'
import { Traffic } from '../../../../engine/traffic/traffic.ts'
import { line, NOON } from './lines.ts'

beforeEach(() => void vi.useFakeTimers({ now: (NOON + 10.5) * 1000, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const to = (upstream: string) => ({ retries: 0, upstream_ms: 2, upstream: upstream && `${upstream}:3000` })
const indexOf = (name: string) => Number(/-app-(\d+)$/.exec(name)?.[1] ?? 0) || null
const options = {
  window: 5,
  instances: [{ name: 'demo-app-1', index: 1 }],
  indexOf,
  inFlight: new Map([['demo-app-1', 3]]),
}

const shown = (item: Awaited<ReturnType<ItemMaker['make']>>) =>
  unpackSeconds(item).map(({ at, total, upstreams }) => [
    at / 1000 - NOON,
    total.requests,
    upstreams.map(({ name, index, requests }) => [name, index, requests]),
  ])

test('the first item has all full seconds, the others what is new or has changed', async () => {
  const traffic = new Traffic()
  const maker = new ItemMaker(traffic)
  traffic.take([
    line({ ts: NOON + 1, added: to('demo-app-10') }),
    line({ ts: NOON + 9.9, added: to('demo-app-1') }),
    line({ ts: NOON + 9, added: to('') }),
    line({ ts: NOON + 10.2, added: to('demo-app-2') }),
  ])
  const first = await maker.make(options)
  expect(shown(first)).toEqual([
    [1, 1, [['demo-app-10', 10, 1]]],
    [
      9,
      2,
      [
        ['demo-app-1', 1, 1],
        ['', null, 1],
      ],
    ],
  ])
  expect(shown(await maker.make(options))).toEqual([])
  traffic.take([line({ ts: NOON + 9.95, added: to('demo-app-1') })])
  vi.setSystemTime((NOON + 11.3) * 1000)
  expect(shown(await maker.make(options))).toEqual([
    [
      9,
      3,
      [
        ['demo-app-1', 1, 2],
        ['', null, 1],
      ],
    ],
    [10, 1, [['demo-app-2', 2, 1]]],
  ])
})

test('the summary is of the window: rates, shares, who runs and who answered', async () => {
  const traffic = new Traffic()
  traffic.take([
    line({ ts: NOON + 1, added: to('demo-app-9') }),
    line({ ts: NOON + 7, added: to('demo-app-2') }),
    line({ ts: NOON + 8, added: to('demo-app-2'), status: 503 }),
    line({ ts: NOON + 8, added: {} }),
  ])
  const { summary } = await new ItemMaker(traffic).make(options)
  expect({ from: summary.from / 1000 - NOON, to: summary.to / 1000 - NOON }).toEqual({ from: 5, to: 10 })
  expect(summary.total).toMatchObject({
    requests: 3,
    classes: [2, 0, 0, 1],
    rate: 0.6,
    share: 1,
    inFlight: 3,
  })
  expect(
    summary.upstreams.map(({ name, requests, share, inFlight }) => [name, requests, share, inFlight]),
  ).toEqual([
    ['demo-app-1', 0, 0, 3],
    ['demo-app-2', 2, 2 / 3, null],
    ['', 1, 1 / 3, null],
  ])
})

test('a log with no entry in it counts as none', () => {
  const traffic = new Traffic()
  traffic.caughtUp(true)
  const before = traffic.source
  traffic.take(['12:00 GET / 200'])
  expect([before, traffic.source]).toEqual(['reading', 'no-log'])
  traffic.take([line()])
  expect(traffic.source).toBe('reading')
})
