import type { LogEntry } from '../../docker/gateway.ts'
import { Bell } from '../bell.ts'
import type { Sink } from '../sink.ts'
import type { LogSource } from '../source.ts'
import type { Ring } from './ring.ts'
import type { Strand } from './strand.ts'

/** Milliseconds between two releases: fast enough to look live, rare enough that a batch pays. */
const PAUSE = 50
/** Milliseconds for which a line waits for an earlier one of another log. */
const HOLD = 100

/**
 * The way of lines from the readers into the ring. They are put in order and get their places every 50 ms; nothing holds
 * the readers back, so a slow screen loses the oldest lines instead of slowing them down.
 */
export class Feed {
  readonly #ring: Ring
  readonly #changed: () => void
  /** Logs whose history is still being read. */
  #behind = 0
  #timer: NodeJS.Timeout | undefined
  #waiting = false

  /** `changed` is called when lines got their places, and when all histories were read. */
  constructor(ring: Ring, changed: () => void) {
    this.#ring = ring
    this.#changed = changed
  }

  /** Whether all that was written before was read. */
  get caughtUp(): boolean {
    return this.#behind === 0
  }

  /** Whether nothing is on its way. */
  get idle(): boolean {
    return !this.#waiting
  }

  /** Waits with the first lines until so many histories have been read, so that they come as one. */
  expect(histories: number): () => void {
    this.#behind = histories
    return () => {
      this.#behind--
      if (this.#behind === 0) this.#release(0)
    }
  }

  /** Takes a line that no reader brought. */
  put(strand: Strand, entry: LogEntry): void {
    this.#ring.add(strand, entry, Math.floor(performance.now()))
    this.#waiting = true
    this.#timer ??= setTimeout(() => this.#release(this.#reading > 1 ? HOLD : 0), PAUSE)
  }

  sinkFor(source: LogSource): FeedSink {
    const strand = this.#ring.strandOf(source)
    strand.over = false
    this.#reading++
    return new FeedSink(
      strand,
      (entry) => this.put(strand, entry),
      () => {
        strand.over = true
        this.#reading--
      },
    )
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #reading = 0

  #release(hold: number): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.caughtUp) return
    this.#waiting = this.#ring.release(hold, performance.now())
    if (this.#waiting) this.#timer = setTimeout(() => this.#release(HOLD), PAUSE)
    this.#changed()
  }
}

/** One log on its way into the ring. */
export class FeedSink implements Sink {
  readonly source: LogSource
  readonly more = new Bell()
  gone = false
  state: 'reading' | 'paused' | 'ended' = 'reading'
  readonly #take: (entry: LogEntry) => void
  readonly #over: () => void

  constructor({ source }: Strand, take: (entry: LogEntry) => void, over: () => void) {
    this.source = source
    this.#take = take
    this.#over = over
  }

  push(entry: LogEntry): boolean {
    this.#take(entry)
    return true
  }

  async room(): Promise<void> {}

  become(state: FeedSink['state']): void {
    if (state === 'ended' && this.state !== 'ended') this.#over()
    this.state = state
  }

  close(): void {
    this.more.ring()
  }
}
