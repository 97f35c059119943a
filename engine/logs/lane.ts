import type { LogEntry } from '../docker/gateway.ts'
import { Bell } from './bell.ts'
import { Joiner } from './record/joiner.ts'
import type { Sink } from './sink.ts'
import type { LogSource } from './source.ts'

/** Lines of one container that may wait to be merged. A full lane holds the reading from Docker back. */
const CAPACITY = 256
/** Lines that were merged are let go of so many at a time. */
const SLACK = 64

interface Waiting {
  readonly entry: LogEntry
  /** When it arrived, on the monotonic clock. */
  readonly arrived: number
  /** It goes on with the line before it of its stream. */
  readonly continues: boolean
}

/** The lines of one container on their way to the merge. */
export class Lane implements Sink {
  readonly source: LogSource
  readonly more = new Bell()
  state: 'reading' | 'paused' | 'ended' = 'reading'
  gone = false
  /** Those from `#start` on. */
  #waiting: Waiting[] = []
  #start = 0
  readonly #room = new Bell()
  readonly #joiner = new Joiner()
  readonly #changed: () => void
  #emptySince = performance.now()

  /** `changed` is called whenever the merge may be able to go on. */
  constructor(source: LogSource, changed: () => void) {
    this.source = source
    this.#changed = changed
  }

  get head(): Waiting | undefined {
    return this.#waiting[this.#start]
  }

  /** It fills faster than it is merged. */
  get crowded(): boolean {
    return this.#length >= CAPACITY / 2
  }

  get #length(): number {
    return this.#waiting.length - this.#start
  }

  /** Milliseconds for which it has had nothing to merge. */
  silence(now: number): number {
    return this.#length > 0 ? 0 : now - this.#emptySince
  }

  push(entry: LogEntry): boolean {
    const first = entry.bytes === undefined ? entry.text.charCodeAt(0) || 0 : firstByte(entry)
    const continues = this.#joiner.continues(entry, first)
    this.#waiting.push({ entry, arrived: performance.now(), continues })
    if (this.#length === 1) this.#changed()
    return this.#length < CAPACITY
  }

  async room(): Promise<void> {
    // The merge may wait for this lane to be crowded.
    this.#changed()
    while (this.#length >= CAPACITY && this.state !== 'ended') await this.#room.wait()
  }

  shift(): Waiting | undefined {
    const waiting = this.#waiting[this.#start]
    if (waiting === undefined) return undefined
    this.#start++
    if (this.#start === this.#waiting.length || this.#start > SLACK) {
      this.#waiting = this.#waiting.slice(this.#start)
      this.#start = 0
    }
    if (this.#length === 0) this.#emptySince = performance.now()
    if (this.#length < CAPACITY / 2) this.#room.ring()
    return waiting
  }

  /** Takes out the lines that go on with one of this stream, as far as they came. */
  rest(stream: LogEntry['stream']): LogEntry[] {
    const rest: Waiting[] = []
    for (let at = this.#start; at < this.#waiting.length; at++) {
      const waiting = this.#waiting[at]
      if (waiting?.entry.stream !== stream) continue
      if (!waiting.continues) break
      rest.push(waiting)
    }
    if (rest.length === 0) return []
    this.#waiting = this.#waiting.slice(this.#start).filter((waiting) => !rest.includes(waiting))
    this.#start = 0
    if (this.#length === 0) this.#emptySince = performance.now()
    this.#room.ring()
    return rest.map(({ entry }) => entry)
  }

  become(state: Lane['state']): void {
    this.state = state
    this.#changed()
  }

  close(): void {
    this.state = 'ended'
    this.#room.ring()
    this.more.ring()
  }
}

function firstByte({ bytes, from = 0, to = 0 }: LogEntry): number {
  return from < to ? (bytes?.[from] ?? 0) : 0
}
