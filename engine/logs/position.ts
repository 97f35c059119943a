import type { LogEntry } from '../docker/gateway.ts'
import { History } from './history.ts'
import { nanosOf } from './moment.ts'

/**
 * Milliseconds that are read again when a log is read on. Docker stamps standard output and error in two threads, so
 * a line may lie a little behind one with a later stamp; Docker's own `since` would skip it.
 */
const OVERLAP = 100

/** Moments of entries that are no longer recent are given back so many at a time. */
const SLACK = 4_096

/**
 * How far a container's log was read. Reading on starts a little earlier, and what was seen there is recognized by
 * its stamp (nanoseconds), so no line is lost or doubled.
 */
export class Position {
  /** When the last entries were written, in order of arrival; those from `#start` on may be read again. */
  #recent: number[] = []
  #start = 0
  /** Moments that may come again, with how often each came. */
  #repeated = new Map<number, number>()
  readonly #history = { stdout: new History(), stderr: new History() }
  readonly #exact: boolean
  #first: { readonly time: number; readonly nanos: number } | undefined
  /** Milliseconds since the first entry. */
  #last = 0

  /** @param exact whether the log never gives an entry twice, so that two with one stamp are two */
  constructor(exact = false) {
    this.#exact = exact
  }

  /** From where to read on, in milliseconds; undefined when nothing was read yet. */
  get since(): number | undefined {
    if (this.#first === undefined) return undefined
    return this.#first.time + Math.max(0, this.#last - OVERLAP)
  }

  /** To be called before reading on. */
  rewind(): void {
    this.#repeated = new Map()
    for (const moment of this.#recent.slice(this.#start))
      this.#repeated.set(moment, (this.#repeated.get(moment) ?? 0) + 1)
  }

  /** Whether an entry is new; it then counts as read. */
  accept(entry: LogEntry): boolean {
    this.#first ??= { time: entry.time, nanos: nanosOf(entry) }
    const moment = this.#momentOf(entry)
    if (this.#repeated.size > 0 && this.#isRepeated(moment)) return false
    if (!this.#exact) {
      const history = this.#history[entry.stream]
      if (history.has(entry)) return false
      history.note(entry)
    }
    const time = entry.time - this.#first.time
    if (time > this.#last) this.#last = time
    this.#recent.push(moment)
    this.#forget()
    return true
  }

  /** Nanoseconds since the millisecond of the first entry: exact for a hundred days. */
  #momentOf(entry: LogEntry): number {
    return (entry.time - (this.#first?.time ?? 0)) * 1e6 + nanosOf(entry)
  }

  #isRepeated(moment: number): boolean {
    if (moment < (this.#first?.nanos ?? 0)) return true
    const repeated = this.#repeated.get(moment) ?? 0
    if (repeated > 0) this.#repeated.set(moment, repeated - 1)
    return repeated > 0
  }

  #forget(): void {
    const oldest = (this.#last - OVERLAP) * 1e6
    while (this.#start < this.#recent.length && (this.#recent[this.#start] ?? 0) < oldest) this.#start++
    if (this.#start <= SLACK) return
    this.#recent = this.#recent.slice(this.#start)
    this.#start = 0
  }
}
