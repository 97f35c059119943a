import { expect, test } from 'vitest'
import { mergeTallies } from '../../../../engine/traffic/merge.ts'
import { Tally } from '../../../../engine/traffic/tally.ts'
import { entry } from './lines.ts'

function tally(durations: readonly number[]): Tally {
  const made = new Tally()
  for (const duration of durations) made.add(entry({ duration, latency: duration / 2 }))
  return made
}

/** Numbers that look like latencies, the same in every run. */
function latencies(count: number, seed: number): number[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const uniform = (state + 1) / 2_147_483_649
    return 0.2 + 3 * (-Math.log(uniform)) ** 3
  })
}

function nearestRank(values: readonly number[], quantile: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(quantile * values.length) - 1] ?? 0
}

test('sums are sums, statuses go to their classes, and nothing gives no percentiles', () => {
  const one = new Tally()
  for (const status of [101, 200, 204, 302, 404, 499, 500, 599, 0])
    one.add(entry({ status, timed: false, bytesIn: 2, retries: 1 }))
  const other = new Tally()
  other.add(entry({ status: 200, timed: false }), 4)
  expect(mergeTallies([one, other], 3)).toEqual({
    requests: 13,
    classes: [7, 1, 2, 3],
    bytesIn: 18,
    bytesOut: 13 * 328,
    retries: 9,
    duration: null,
    upstreamLatency: null,
    inFlight: 3,
  })
})

test('percentiles are those of all values together, within 1.5 %', () => {
  const parts = [latencies(900, 1), latencies(40, 2).map((value) => value * 30), latencies(3_000, 3)]
  const all = parts.flat()
  const merged = mergeTallies(parts.map(tally), null)
  for (const [quantile, told] of [
    [0.5, merged.duration?.p50],
    [0.95, merged.duration?.p95],
    [0.99, merged.duration?.p99],
  ] as const) {
    const exact = nearestRank(all, quantile)
    expect(Math.abs((told ?? 0) / exact - 1)).toBeLessThan(0.015)
  }
  expect((merged.upstreamLatency?.p99 ?? 0) / (merged.duration?.p99 ?? 1)).toBeCloseTo(0.5, 1)
})

test('the largest of a few values is their 99th percentile', () => {
  const told = [[10], [10, 100], Array.from({ length: 20 }, (_, n) => (n === 7 ? 1_000 : 10))].map(
    (values) => mergeTallies([tally(values)], null).duration?.p99,
  )
  expect(told.map((value) => Math.round(Math.log10(value ?? 0)))).toEqual([1, 2, 3])
})

test('a value out of range counts as the nearest that there is', () => {
  const { duration } = mergeTallies([tally([0, 1e12])], null)
  expect(duration?.p50).toBeCloseTo(0.001, 4)
  expect((duration?.p99 ?? 0) / 1e7).toBeCloseTo(1, 1)
})
