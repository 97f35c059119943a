import type { LogEntry } from '../docker/gateway.ts'

/**
 * Milliseconds that are read again when a log is read on. Docker stamps standard output and error in two threads, so
 * a line may lie a little behind one with a later stamp; Docker's own `since` would skip it.
 */
const OVERLAP = 100

/**
 * How far a container's log was read. Reading on starts a little earlier, and what was seen there is recognized by
 * its stamp (nanoseconds), so no line is lost or doubled.
 */
export class Position {
  /** Stamps of the last lines, in order of arrival, with how often each came. */
  readonly #recent = new Map<string, { time: number; count: number }>()
  #repeated = new Map<string, number>()
  #first: LogEntry | undefined
  #last = 0

  /** From where to read on, in milliseconds; undefined when nothing was read yet. */
  get since(): number | undefined {
    return this.#first === undefined ? undefined : Math.max(this.#first.time, this.#last - OVERLAP)
  }

  /** To be called before reading on. */
  rewind(): void {
    this.#repeated = new Map([...this.#recent].map(([stamp, { count }]) => [stamp, count]))
  }

  /** Whether an entry is new; it then counts as read. */
  accept(entry: LogEntry): boolean {
    const first = this.#first
    if (first !== undefined && this.#repeated.size > 0 && isBefore(entry, first)) return false
    const repeated = this.#repeated.get(entry.stamp) ?? 0
    if (repeated > 0) {
      this.#repeated.set(entry.stamp, repeated - 1)
      return false
    }
    this.#first ??= entry
    this.#last = Math.max(this.#last, entry.time)
    this.#remember(entry)
    return true
  }

  #remember({ stamp, time }: LogEntry): void {
    this.#recent.set(stamp, { time, count: (this.#recent.get(stamp)?.count ?? 0) + 1 })
    for (const [old, { time }] of this.#recent) {
      if (time >= this.#last - OVERLAP) break
      this.#recent.delete(old)
    }
  }
}

function isBefore(a: LogEntry, b: LogEntry): boolean {
  return a.time < b.time || (a.time === b.time && a.stamp < b.stamp)
}
