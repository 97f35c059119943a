import { describe, expect, it } from 'vitest'
import type { Second } from '../../../../contract/traffic.ts'
import { courseOf, keepSeconds, rateNow } from '../../../../renderer/model/traffic.ts'
import { cell } from '../../../support/made-up-traffic.ts'

/** A second with what each instance served in it; `caddy` is what none was asked for. */
function second(at: number, served: Readonly<Record<string, number>>): Second {
  const upstreams = Object.entries(served).map(([name, requests]) => ({
    name: name === 'caddy' ? '' : `demo-${name}`,
    index: name === 'caddy' ? null : Number(name.replace('app-', '')),
    ...cell({ requests }),
  }))
  const requests = upstreams.reduce((sum, one) => sum + one.requests, 0)
  return {
    at: at * 1_000,
    total: cell({ requests, classes: [requests - 1, 0, 0, 1], retries: 2 }),
    upstreams,
  }
}

describe('courseOf', () => {
  it('puts each second in its place: a missing one was quiet, and of those before the first nothing is known', () => {
    const seconds = [second(12, { 'app-2': 4, 'app-1': 5 }), second(14, { caddy: 1, 'app-1': 7 })]
    expect(courseOf(seconds, 14_000, 5)).toEqual({
      times: [10, 11, 12, 13, 14],
      served: [
        { name: 'demo-app-1', index: 1, requests: [null, null, 5, 0, 7] },
        { name: 'demo-app-2', index: 2, requests: [null, null, 4, 0, 0] },
        { name: '', index: null, requests: [null, null, 0, 0, 1] },
      ],
      latency: {
        p50: [null, null, 3, null, 3],
        p95: [null, null, 12, null, 12],
        p99: [null, null, 30, null, 30],
      },
      refused: [null, null, 0, 0, 0],
      failed: [null, null, 1, 0, 1],
      retries: [null, null, 2, 0, 2],
    })
  })

  it('leaves out what is older than the stretch, and knows that it was quiet since', () => {
    expect(courseOf([second(5, { 'app-1': 3 })], 12_000, 2)).toMatchObject({
      times: [11, 12],
      served: [],
      failed: [0, 0],
    })
  })

  it('knows nothing without a second', () => {
    expect(courseOf([], 2_000, 2)).toMatchObject({ times: [1, 2], failed: [null, null] })
  })
})

describe('keepSeconds', () => {
  const at = (seconds: readonly Second[]) => seconds.map(({ at, total }) => [at / 1_000, total.requests])

  it('adds what is new and puts what comes again in the place of what it was', () => {
    const kept = [second(1, { 'app-1': 1 }), second(2, { 'app-1': 2 }), second(3, { 'app-1': 3 })]
    expect(at(keepSeconds(kept, [second(4, { 'app-1': 4 })], 5_000))).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ])
    expect(at(keepSeconds(kept, [second(2, { 'app-1': 9 }), second(4, { 'app-1': 4 })], 5_000))).toEqual([
      [1, 1],
      [2, 9],
      [3, 3],
      [4, 4],
    ])
  })

  it('forgets what is too old', () => {
    expect(at(keepSeconds([second(1, {}), second(200, {})], [second(1_000, {})], 1_000_000))).toEqual([
      [200, 0],
      [1_000, 0],
    ])
  })

  it('stays the same when nothing came', () => {
    const kept = [second(1, {})]
    expect(keepSeconds(kept, [], 5_000)).toBe(kept)
  })
})

describe('rateNow', () => {
  it('is the mean of the last seconds, quiet ones among them', () => {
    expect(rateNow([second(1, { 'app-1': 90 }), second(8, { 'app-1': 9 })], 10_000)).toBe(3)
    expect(rateNow([], 10_000)).toBe(0)
  })
})
