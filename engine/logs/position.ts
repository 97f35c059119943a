import type { LogEntry } from '../docker/gateway.ts'
import { History } from './history.ts'

/**
 * Milliseconds that are read again when a log is read on. Docker stamps standard output and error in two threads, so
 * a line may lie a little behind one with a later stamp; Docker's own `since` would skip it.
 */
const OVERLAP = 100

/** Places of entries that are no longer recent are given back so many at a time. */
const SLACK = 4_096

/**
 * How far a container's log was read. Reading on starts a little earlier, and what was seen there is recognized by
 * its stamp (nanoseconds), so no line is lost or doubled.
 */
export class Position {
  /** The last entries, in order of arrival; those from `#start` on may be read again. */
  #recent: (LogEntry | undefined)[] = []
  #start = 0
  /** Stamps that may come again, with how often each came. */
  #repeated = new Map<string, number>()
  readonly #history = { stdout: new History(), stderr: new History() }
  readonly #exact: boolean
  #first: LogEntry | undefined
  #last = 0

  /** @param exact whether the log never gives an entry twice, so that two with one stamp are two */
  constructor(exact = false) {
    this.#exact = exact
  }

  /** From where to read on, in milliseconds; undefined when nothing was read yet. */
  get since(): number | undefined {
    return this.#first === undefined ? undefined : Math.max(this.#first.time, this.#last - OVERLAP)
  }

  /** To be called before reading on. */
  rewind(): void {
    this.#repeated = new Map()
    for (const entry of this.#recent.slice(this.#start))
      if (entry) this.#repeated.set(entry.stamp, (this.#repeated.get(entry.stamp) ?? 0) + 1)
  }

  /** Whether an entry is new; it then counts as read. */
  accept(entry: LogEntry): boolean {
    if (this.#repeated.size > 0 && this.#isRepeated(entry)) return false
    if (!this.#exact) {
      const history = this.#history[entry.stream]
      if (history.has(entry)) return false
      history.note(entry)
    }
    this.#first ??= entry
    if (entry.time > this.#last) this.#last = entry.time
    this.#recent.push(entry)
    for (let oldest = this.#recent[this.#start]; oldest !== undefined; oldest = this.#recent[this.#start]) {
      if (oldest.time >= this.#last - OVERLAP) break
      this.#recent[this.#start++] = undefined
    }
    if (this.#start > SLACK) {
      this.#recent = this.#recent.slice(this.#start)
      this.#start = 0
    }
    return true
  }

  #isRepeated(entry: LogEntry): boolean {
    if (this.#first !== undefined && isBefore(entry, this.#first)) return true
    const repeated = this.#repeated.get(entry.stamp) ?? 0
    if (repeated > 0) this.#repeated.set(entry.stamp, repeated - 1)
    return repeated > 0
  }
}

function isBefore(a: LogEntry, b: LogEntry): boolean {
  return a.time < b.time || (a.time === b.time && a.stamp < b.stamp)
}
