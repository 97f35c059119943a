import type { LogEntry } from '../../docker/gateway.ts'
import type { LogSource } from '../source.ts'
import { keyOf } from '../source.ts'
import { Strand } from './strand.ts'

export interface RingLimits {
  readonly lines: number
  /** Memory for lines, with what there is to know of each. */
  readonly bytes: number
}

/** A hundredth of what is kept makes room at a time. */
const BLOCKS = 128
const LARGEST = { lines: 1_024, bytes: 64 * 1024 }
/** Logs that are over keep their lines, those of so many. */
const MOST_STRANDS = 128
/** Places begin at the clock and rise by one a line, so that those of a ring that began anew are greater. */
const PLACES_PER_MILLISECOND = 1_000

/**
 * The last lines of all logs of a project: a strand each, and one order over all. When it is full, the longest log makes room,
 * so that a noisy container does not drive out the few lines of a quiet one.
 */
export class Ring {
  readonly #limits: RingLimits
  readonly #strands = new Map<string, Strand>()
  #lines = 0
  #bytes = 0
  #place = Date.now() * PLACES_PER_MILLISECOND
  /** Places from here on are this ring's. */
  readonly begin = this.#place

  constructor(limits: RingLimits) {
    this.#limits = limits
  }

  get strands(): IterableIterator<Strand> {
    return this.#strands.values()
  }

  /** Bytes that it keeps. */
  get bytes(): number {
    return this.#bytes
  }

  /** The place of the last line that has one. */
  get last(): number {
    return this.#place
  }

  strandOf(source: LogSource): Strand {
    const key = keyOf(source)
    const known = this.#strands.get(key)
    if (known !== undefined) return known
    const { lines, bytes } = this.#limits
    const strand = new Strand(source, {
      lines: Math.max(1, Math.min(LARGEST.lines, Math.floor(lines / BLOCKS))),
      bytes: Math.max(1, Math.min(LARGEST.bytes, Math.floor(bytes / BLOCKS))),
    })
    this.#strands.set(key, strand)
    this.#forget()
    return strand
  }

  add(strand: Strand, entry: LogEntry, at: number): void {
    this.#lines++
    const taken = strand.add(entry, at)
    this.#bytes += taken
    // Room is made by whole blocks, so it can be needed only where one was begun; a ring of few lines has blocks of one.
    if (taken > 0) this.#makeRoom()
  }

  /**
   * Gives places to the lines that have waited for so many milliseconds, and to every line with an earlier stamp: what
   * another log still has to say about that time had as long to come. Returns whether lines are left without one.
   */
  release(hold: number, now: number): boolean {
    const waiting = [...this.#strands.values()].filter(({ released, end }) => released < end)
    const until = latest(waiting, now - hold)
    if (until === undefined) return waiting.length > 0
    for (;;) {
      const [strand, next] = earliestTwo(waiting, until)
      if (strand === undefined) break
      // A whole run of its lines comes before any of another log.
      do strand.release(++this.#place)
      while (strand.released < strand.end && isBefore(strand, next))
    }
    return waiting.some(({ released, end }) => released < end)
  }

  #makeRoom(): void {
    const { lines, bytes } = this.#limits
    while (this.#lines > lines || this.#bytes > bytes) {
      let longest: Strand | undefined
      for (const strand of this.#strands.values())
        if (strand.spare > 0 && (longest === undefined || strand.size > longest.size)) longest = strand
      if (longest === undefined || (this.#bytes <= bytes && this.#lines - longest.spare < lines)) return
      this.#count(longest.evict())
    }
  }

  #forget(): void {
    for (const [key, strand] of this.#strands) {
      if (this.#strands.size <= MOST_STRANDS) return
      if (!strand.over) continue
      this.#strands.delete(key)
      while (strand.size > 0) this.#count(strand.evict())
    }
  }

  #count({ lines, bytes }: { lines: number; bytes: number }): void {
    this.#lines -= lines
    this.#bytes -= bytes
  }
}

interface Stamp {
  readonly time: number
  readonly nanos: number
}

/** The latest stamp of the lines that had come at a moment. */
function latest(strands: readonly Strand[], moment: number): Stamp | undefined {
  let found: Stamp | undefined
  for (const strand of strands) {
    const ripe = strand.ripe(moment)
    if (ripe !== undefined && (found === undefined || compare(found, ripe) < 0)) found = ripe
  }
  return found
}

/** The strand with the earliest line up to a stamp, and the stamp up to which its lines come before those of all others. */
function earliestTwo(strands: readonly Strand[], until: Stamp): [first: Strand | undefined, next: Stamp] {
  let first: Strand | undefined
  let stamp = until
  let next: Stamp | undefined
  for (const strand of strands) {
    if (strand.released === strand.end) continue
    const own = strand.stamp(strand.released)
    if (compare(own, first === undefined ? until : stamp) <= (first === undefined ? 0 : -1)) {
      if (first !== undefined) next = stamp
      first = strand
      stamp = own
    } else if (first !== undefined && (next === undefined || compare(own, next) < 0)) next = own
  }
  return [first, next !== undefined && compare(next, until) < 0 ? next : until]
}

function isBefore(strand: Strand, stamp: Stamp): boolean {
  return compare(strand.stamp(strand.released), stamp) <= 0
}

function compare(a: Stamp, b: Stamp): number {
  return a.time - b.time || a.nanos - b.nanos
}
