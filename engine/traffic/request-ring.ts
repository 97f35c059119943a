import type { Entry } from './entry.ts'

/** A request that is kept: its line as Caddy wrote it, taken apart when somebody wants to see it. */
export interface KeptRequest {
  readonly id: number
  readonly entry: Entry
  /** Bytes as latin1. */
  readonly line: string
}

export interface RingLimits {
  readonly requests: number
  readonly bytes: number
}

/** The last requests: ten thousand, or 12 MB of lines. */
const LIMITS: RingLimits = { requests: 10_000, bytes: 12 * 1024 * 1024 }

/** Keeps the last requests for whoever wants to list them. */
export class RequestRing {
  readonly #limits: RingLimits
  #kept: KeptRequest[] = []
  /** The place of the oldest: what stands before it is gone. */
  #start = 0
  #bytes = 0
  #next = 0

  constructor(limits: RingLimits = LIMITS) {
    this.#limits = limits
  }

  /** The id that the next request gets. */
  get next(): number {
    return this.#next
  }

  add(entry: Entry, line: string): void {
    this.#kept.push({ id: this.#next, entry, line })
    this.#next += 1
    this.#bytes += line.length
    while (this.#kept.length - this.#start > this.#limits.requests || this.#bytes > this.#limits.bytes) {
      this.#bytes -= this.#kept[this.#start]?.line.length ?? 0
      this.#start += 1
    }
    // Now and then, so that it costs nothing on average.
    if (this.#start > this.#limits.requests) {
      this.#kept = this.#kept.slice(this.#start)
      this.#start = 0
    }
  }

  /** Those that are kept from this id on, oldest first, and how many from there are gone. */
  since(id: number): { readonly requests: readonly KeptRequest[]; readonly gone: number } {
    const oldest = this.#next - (this.#kept.length - this.#start)
    const from = Math.min(Math.max(id, oldest), this.#next)
    return {
      requests: this.#kept.slice(this.#start + from - oldest),
      gone: Math.max(0, oldest - id),
    }
  }
}
