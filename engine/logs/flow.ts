import type { LogLine } from '../../contract/models.ts'
import { Bell } from './bell.ts'
import { LineRing, type RingLimits } from './line-ring.ts'
import { Order } from './order.ts'
import type { Sink } from './sink.ts'
import type { LogSource } from './source.ts'

/** Milliseconds between two batches: fast enough to look live, rare enough that a batch pays. */
const PAUSE = 50
/** Milliseconds for which a line waits for an earlier one of another log. */
const HOLD = 100

/**
 * The way of lines from several logs into the ring from which a screen is served. They are put in order and handed on
 * every 50 ms; nothing holds the readers back, so a slow screen loses the oldest lines instead of slowing them down.
 */
export class Flow {
  readonly ring: LineRing
  readonly #order = new Order()
  readonly #changed: () => void
  #sources = 0
  /** Logs whose history is still being read. */
  #behind = 0
  #timer: NodeJS.Timeout | undefined

  /** `changed` is called when there are lines to take, and when all histories were read. */
  constructor(limits: RingLimits, changed: () => void) {
    this.ring = new LineRing(limits)
    this.#changed = changed
  }

  /** Whether all that was written before was read. */
  get caughtUp(): boolean {
    return this.#behind === 0
  }

  /** Whether lines are still on their way. */
  get idle(): boolean {
    return this.#order.size === 0
  }

  /** Waits with the first lines until so many histories have been read, so that they come as one. */
  expect(histories: number): () => void {
    this.#behind = histories
    return () => {
      this.#behind--
      if (this.#behind === 0) this.#flush(0)
    }
  }

  sinkFor(source: LogSource): FlowSink {
    this.#sources++
    return new FlowSink(source, (line, stamp) => {
      this.#order.add(line, stamp)
      this.#timer ??= setTimeout(() => this.#flush(this.#sources > 1 ? HOLD : 0), PAUSE)
    })
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #flush(hold: number): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.caughtUp) return
    this.ring.push(this.#order.release(hold, performance.now()))
    if (this.#order.size > 0) this.#timer = setTimeout(() => this.#flush(HOLD), PAUSE)
    this.#changed()
  }
}

/** One log of a flow. */
export class FlowSink implements Sink {
  readonly source: LogSource
  readonly more = new Bell()
  gone = false
  state: 'reading' | 'paused' | 'ended' = 'reading'
  readonly #take: (line: LogLine, stamp: string) => void

  constructor(source: LogSource, take: (line: LogLine, stamp: string) => void) {
    this.source = source
    this.#take = take
  }

  push(line: LogLine, stamp: string): boolean {
    this.#take(line, stamp)
    return true
  }

  async room(): Promise<void> {}

  become(state: FlowSink['state']): void {
    this.state = state
  }

  close(): void {
    this.more.ring()
  }
}
