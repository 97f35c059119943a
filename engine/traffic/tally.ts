import { Buckets } from './buckets.ts'
import type { Entry } from './entry.ts'

/** What one upstream answered in one second. */
export class Tally {
  requests = 0
  readonly classes: [number, number, number, number] = [0, 0, 0, 0]
  bytesIn = 0
  bytesOut = 0
  retries = 0
  /** Requests in flight when the second ended; null when nobody looked. */
  inFlight: number | null = null
  readonly duration = new Buckets()
  readonly latency = new Buckets()

  /** @param weight for how many requests this one stands */
  add(entry: Entry, weight = 1): void {
    this.requests += weight
    this.classes[classOf(entry.status)] += weight
    this.bytesIn += entry.bytesIn * weight
    this.bytesOut += entry.bytesOut * weight
    this.retries += entry.retries * weight
    if (!entry.timed) return
    this.duration.add(entry.duration, weight)
    if (entry.latency !== undefined) this.latency.add(entry.latency, weight)
  }
}

function classOf(status: number): 0 | 1 | 2 | 3 {
  if (status < 100 || status >= 500) return 3
  if (status >= 400) return 2
  return status >= 300 ? 1 : 0
}
