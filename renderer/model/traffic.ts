import { type Cell, type Second, TRAFFIC_SECONDS } from '../../contract/traffic.ts'

/** One value a second; null where nothing is known. */
export type Course = readonly (number | null)[]

/** What one instance served, or Caddy by itself. */
export interface ServedCourse {
  /** The container's name; empty for Caddy. */
  readonly name: string
  readonly index: number | null
  readonly requests: Course
}

/** A stretch of traffic second by second, everything beside the same moments. */
export interface TrafficCourse {
  /** Seconds since the epoch, without holes. */
  readonly times: readonly number[]
  /** Instances in their order, then Caddy. */
  readonly served: readonly ServedCourse[]
  /** Milliseconds. */
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99', Course>>
  readonly refused: Course
  readonly failed: Course
  readonly retries: Course
}

/** The seconds with those that came now, the oldest first; one that comes again takes the place of what it was. Pure. */
export function keepSeconds(
  kept: readonly Second[],
  fresh: readonly Second[],
  now: number,
): readonly Second[] {
  const first = fresh[0]
  if (!first) return kept
  const oldest = now - TRAFFIC_SECONDS * 1_000
  const before = kept.filter(({ at }) => at >= oldest && at < first.at)
  const after = kept.filter(({ at }) => at >= first.at)
  if (after.length === 0) return [...before, ...fresh]
  const merged = new Map([...after, ...fresh].map((second) => [second.at, second]))
  return [...before, ...[...merged.values()].sort((one, other) => one.at - other.at)]
}

/**
 * So many seconds up to and with the last one, as the charts draw them. A second that is not among the kept ones was a quiet
 * one, unless it is older than all of them: then nothing is known of it. Pure.
 * @param last the second's beginning; milliseconds since the epoch
 */
export function courseOf(seconds: readonly Second[], last: number, span: number): TrafficCourse {
  const end = Math.floor(last / 1_000)
  const times = Array.from({ length: span }, (_, at) => end - span + 1 + at)
  const start = end - span + 1
  const known = Math.max(0, Math.floor((seconds[0]?.at ?? Number.POSITIVE_INFINITY) / 1_000) - start)
  const quiet = () => times.map((_, at): number | null => (at < known ? null : 0))
  const unknown = () => times.map((): number | null => null)
  const served = new Map<string, { index: number | null; requests: (number | null)[] }>()
  const latency = { p50: unknown(), p95: unknown(), p99: unknown() }
  const [refused, failed, retries] = [quiet(), quiet(), quiet()]
  for (const { at, total, upstreams } of seconds) {
    const place = Math.floor(at / 1_000) - start
    if (place < 0 || place >= span) continue
    putTotal(total, place)
    for (const { name, index, requests } of upstreams) {
      const one = served.get(name) ?? { index, requests: quiet() }
      one.requests[place] = requests
      served.set(name, one)
    }
  }
  return {
    times,
    served: [...served].map(([name, one]) => ({ name, ...one })).sort(inOrder),
    latency,
    refused,
    failed,
    retries,
  }

  function putTotal({ classes, duration, retries: tries }: Cell, place: number): void {
    refused[place] = classes[2]
    failed[place] = classes[3]
    retries[place] = tries
    if (!duration) return
    latency.p50[place] = duration.p50
    latency.p95[place] = duration.p95
    latency.p99[place] = duration.p99
  }
}

/** Requests a second, as the mean of the last few full seconds; a single one jumps. Pure. */
export function rateNow(seconds: readonly Second[], last: number, over = 3): number {
  const from = last - (over - 1) * 1_000
  const requests = seconds
    .filter(({ at }) => at >= from && at <= last)
    .reduce((sum, { total }) => sum + total.requests, 0)
  return requests / over
}

function inOrder(one: Pick<ServedCourse, 'index'>, other: Pick<ServedCourse, 'index'>): number {
  return (one.index ?? Number.POSITIVE_INFINITY) - (other.index ?? Number.POSITIVE_INFINITY)
}
