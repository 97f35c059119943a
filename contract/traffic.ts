import { z } from 'zod'

const count = z.number().int().nonnegative()
/** Milliseconds since the epoch. */
const time = z.number().int().nonnegative()

/** Milliseconds, within 1 % (docs/adr/0012-traffic.md). */
const percentilesSchema = z.object({ p50: z.number(), p95: z.number(), p99: z.number() })

/** What was answered in a span of time. */
export const cellSchema = z.object({
  requests: count,
  /** Answers by class: 1xx and 2xx, 3xx, 4xx, 5xx (and those that were cut off without a status). */
  classes: z.tuple([count, count, count, count]),
  /** Bodies, in bytes: what clients sent, and what they got. */
  bytesIn: count,
  bytesOut: count,
  /** Further tries at another instance, 0 where the Caddyfile does not log them. */
  retries: count,
  /** How long answers took; WebSockets and event streams left out. Null when there were none. */
  duration: percentilesSchema.nullable(),
  /** How long instances took to begin their answers. Null when no instance answered, or when it is not logged. */
  upstreamLatency: percentilesSchema.nullable(),
  /** Requests in flight at the end of the span, streams left out; null when it was not looked at. */
  inFlight: count.nullable(),
})

/** Who answered: an instance by its container's name, or Caddy itself. */
const upstreamSchema = z.object({
  /** Empty for Caddy. */
  name: z.string(),
  /** Null for Caddy. */
  index: z.number().int().positive().nullable(),
})

/** A cell as it travels: the numbers in the order of `packCell`, since 15 minutes of 10 instances are 10,000 cells. */
const packedCellSchema = z.array(z.number().nullable())

/**
 * One second. Whoever answered nothing in it and has nothing in flight is left out; so is a second in which nobody did.
 * `upstreams` holds places in the item's list of upstreams, each before its cell.
 */
const packedSecondSchema = z.object({
  at: time,
  total: packedCellSchema,
  upstreams: z.array(z.tuple([count, packedCellSchema])),
})

const summarySchema = cellSchema.extend({
  /** Requests per second. */
  rate: z.number().nonnegative(),
  /** Of all requests, 0 to 1. */
  share: z.number().min(0).max(1),
})

/** What came through Caddy, as its access log tells. */
export const trafficSchema = z.object({
  at: time,
  /**
   * `reading` its access log (which may be empty); `no-log`: the Caddyfile writes none as JSON where Shoal looks for it;
   * `no-caddy`: Caddy does not run. Seconds that were seen before stay.
   */
  source: z.enum(['starting', 'reading', 'no-log', 'no-caddy']),
  /** 1 when every request of the window was counted; n when at times only one in n was, and stands for n. */
  sampled: z.number().int().positive(),
  /** Whether, within the window, Caddy rotated lines away before they were read: then counts are too low. */
  gap: z.boolean(),
  upstreams: z.array(upstreamSchema),
  /** In the first item all that are kept, then those that are new; one that comes again replaces what it was. */
  seconds: z.array(packedSecondSchema),
  /** Everything within the window, which ends with the last full second. */
  summary: z.object({
    /** From the beginning of this second to the end of that one. Milliseconds since the epoch. */
    from: time,
    to: time,
    total: summarySchema,
    /** Instances in order, then Caddy; whoever is running or answered within the window. */
    upstreams: z.array(summarySchema.extend(upstreamSchema.shape)),
  }),
})

/** Seconds that are kept. */
export const TRAFFIC_SECONDS = 900

export type Cell = z.infer<typeof cellSchema>
export type Percentiles = z.infer<typeof percentilesSchema>
export type Upstream = z.infer<typeof upstreamSchema>
export type PackedCell = z.infer<typeof packedCellSchema>
export type PackedSecond = z.infer<typeof packedSecondSchema>
export type TrafficSummary = z.infer<typeof summarySchema>
export type Traffic = z.infer<typeof trafficSchema>

/** One second of traffic: all of it, and by who answered. */
export interface Second {
  readonly at: number
  readonly total: Cell
  readonly upstreams: readonly (Cell & Upstream)[]
}

export function packCell(cell: Cell): PackedCell {
  const { requests, classes, bytesIn, bytesOut, retries, duration, upstreamLatency, inFlight } = cell
  const percentiles = (of: Percentiles | null) => (of ? [of.p50, of.p95, of.p99] : [null, null, null])
  return [
    requests,
    ...classes,
    bytesIn,
    bytesOut,
    retries,
    inFlight,
    ...percentiles(duration),
    ...percentiles(upstreamLatency),
  ]
}

export function unpackCell(packed: PackedCell): Cell {
  const at = (place: number) => packed[place] ?? 0
  const percentiles = (place: number): Percentiles | null =>
    packed[place] == null ? null : { p50: at(place), p95: at(place + 1), p99: at(place + 2) }
  return {
    requests: at(0),
    classes: [at(1), at(2), at(3), at(4)],
    bytesIn: at(5),
    bytesOut: at(6),
    retries: at(7),
    inFlight: packed[8] ?? null,
    duration: percentiles(9),
    upstreamLatency: percentiles(12),
  }
}

/** The seconds of an item. */
export function unpackSeconds({ upstreams, seconds }: Pick<Traffic, 'upstreams' | 'seconds'>): Second[] {
  return seconds.map(({ at, total, upstreams: cells }) => ({
    at,
    total: unpackCell(total),
    upstreams: cells.flatMap(([place, cell]) => {
      const upstream = upstreams[place]
      return upstream ? [{ ...upstream, ...unpackCell(cell) }] : []
    }),
  }))
}
