import type { Cell, Percentiles } from '../../contract/traffic.ts'
import { BUCKETS, type Buckets, sketchOf } from './buckets.ts'
import type { Tally } from './tally.ts'

/** Counts by bucket, used again by each merge. */
const scratch = new Float64Array(BUCKETS)

/** Several tallies as one cell: sums, and percentiles of the merged histograms. `inFlight` is that of the caller. */
export function mergeTallies(tallies: readonly Tally[], inFlight: number | null): Cell {
  const cell = {
    requests: 0,
    classes: [0, 0, 0, 0] as Cell['classes'],
    bytesIn: 0,
    bytesOut: 0,
    retries: 0,
  }
  for (const tally of tallies) {
    cell.requests += tally.requests
    cell.bytesIn += tally.bytesIn
    cell.bytesOut += tally.bytesOut
    cell.retries += tally.retries
    for (const place of [0, 1, 2, 3] as const) cell.classes[place] += tally.classes[place]
  }
  return {
    ...cell,
    duration: percentiles(tallies.map(({ duration }) => duration)),
    upstreamLatency: percentiles(tallies.map(({ latency }) => latency)),
    inFlight,
  }
}

function percentiles(parts: readonly Buckets[]): Percentiles | null {
  scratch.fill(0)
  for (const part of parts) part.addTo(scratch)
  const sketch = sketchOf(scratch)
  if (!sketch) return null
  const at = (quantile: number) =>
    Number(sketch.getValueAtQuantile(nearestRank(quantile, sketch.count)).toPrecision(3))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/**
 * The quantile to ask a sketch for, so that it gives the least value that so large a part of all is not above: of twenty
 * values the largest is the 99th percentile, as load generators have it. A sketch goes by `quantile * (count - 1)`.
 */
function nearestRank(quantile: number, count: number): number {
  return Math.min(1, (Math.ceil(quantile * count) - 0.5) / (count - 1))
}
