import type { LogLine } from '../../contract/models.ts'

interface Arrival {
  readonly line: LogLine
  readonly stamp: string
  /** On the monotonic clock. */
  readonly at: number
}

/** Puts lines of several logs, each of which comes nearly in order, into one order. */
export class Order {
  #arrivals: Arrival[] = []

  get size(): number {
    return this.#arrivals.length
  }

  add(line: LogLine, stamp: string): void {
    this.#arrivals.push({ line, stamp, at: performance.now() })
  }

  /**
   * Lines that have waited for so many milliseconds, and every line with an earlier stamp: what another log still has to
   * say about that time had as long to come. Earliest first; lines with one stamp in the order of their arrival.
   */
  release(hold: number, now: number): LogLine[] {
    this.#arrivals.sort(byStamp)
    const end = this.#arrivals.findLastIndex(({ at }) => at <= now - hold) + 1
    return this.#arrivals.splice(0, end).map(({ line }) => line)
  }
}

function byStamp(a: Arrival, b: Arrival): number {
  return a.line.time - b.line.time || (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0)
}
