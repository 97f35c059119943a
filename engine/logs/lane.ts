import type { LogLine } from '../../contract/models.ts'
import { Bell } from './bell.ts'
import type { Sink } from './sink.ts'
import type { LogSource } from './source.ts'

/** Lines of one container that may wait to be merged. A full lane holds the reading from Docker back. */
const CAPACITY = 256

interface Waiting {
  readonly line: LogLine
  readonly stamp: string
  /** When it arrived, on the monotonic clock. */
  readonly arrived: number
}

/** The lines of one container on their way to the merge. */
export class Lane implements Sink {
  readonly source: LogSource
  readonly more = new Bell()
  state: 'reading' | 'paused' | 'ended' = 'reading'
  gone = false
  readonly #waiting: Waiting[] = []
  readonly #room = new Bell()
  readonly #changed: () => void
  #emptySince = performance.now()

  /** `changed` is called whenever the merge may be able to go on. */
  constructor(source: LogSource, changed: () => void) {
    this.source = source
    this.#changed = changed
  }

  get head(): Waiting | undefined {
    return this.#waiting[0]
  }

  /** It fills faster than it is merged. */
  get crowded(): boolean {
    return this.#waiting.length >= CAPACITY / 2
  }

  /** Milliseconds for which it has had nothing to merge. */
  silence(now: number): number {
    return this.#waiting.length > 0 ? 0 : now - this.#emptySince
  }

  push(line: LogLine, stamp: string): boolean {
    this.#waiting.push({ line, stamp, arrived: performance.now() })
    this.#changed()
    return this.#waiting.length < CAPACITY
  }

  async room(): Promise<void> {
    while (this.#waiting.length >= CAPACITY && this.state !== 'ended') await this.#room.wait()
  }

  shift(): LogLine | undefined {
    const waiting = this.#waiting.shift()
    if (this.#waiting.length === 0) this.#emptySince = performance.now()
    this.#room.ring()
    return waiting?.line
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
