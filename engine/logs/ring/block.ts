import type { LogEntry } from '../../docker/gateway.ts'
import { nanosOf } from '../moment.ts'

/** What of a line is in its flags. */
export const FLAGS = {
  /** It was written to standard error. */
  stderr: 1,
  /** It goes on with the line before it of its stream. */
  continues: 2,
  /** Where a level that was found is kept: its number and one; 0 while nobody looked. */
  level: 2,
} as const
/** The bits of a level. */
const LEVEL_BITS = 7

/** Bytes that a line takes besides its text: where it lies, time, place and flags. */
const LINE = 4 + 4 + 8 + 4 + 8 + 1

/**
 * Some lines of one log, in order of arrival: their texts as bytes, one behind the other, in memory that another thread may
 * read, and what there is to know of each in columns. No line is an object.
 */
export class Block {
  /** The number of the first line among all of its log. */
  readonly first: number
  readonly memory: SharedArrayBuffer
  readonly #bytes: Buffer
  readonly #ends: Uint32Array
  readonly #times: Float64Array
  readonly #nanos: Uint32Array
  readonly #places: Float64Array
  readonly #flags: Uint8Array
  #count = 0
  #used = 0

  constructor(first: number, lines: number, bytes: number) {
    this.first = first
    this.memory = new SharedArrayBuffer(bytes)
    this.#bytes = Buffer.from(this.memory)
    this.#ends = new Uint32Array(lines)
    this.#times = new Float64Array(lines)
    this.#nanos = new Uint32Array(lines)
    this.#places = new Float64Array(lines)
    this.#flags = new Uint8Array(lines)
  }

  get count(): number {
    return this.#count
  }

  /** Bytes in memory, texts and columns. */
  get size(): number {
    return this.#bytes.length + this.#ends.length * LINE
  }

  get lines(): number {
    return this.#ends.length
  }

  get capacity(): number {
    return this.#bytes.length
  }

  /** Adds a line whose text has so many bytes. Returns whether there was room. */
  add(entry: LogEntry, length: number): boolean {
    const at = this.#count
    if (at === this.#ends.length || this.#used + length > this.#bytes.length) return false
    const { bytes, from, to } = entry
    if (bytes === undefined) this.#bytes.write(entry.text, this.#used)
    else bytes.copy(this.#bytes, this.#used, from, to)
    this.#used += length
    this.#ends[at] = this.#used
    this.#times[at] = entry.time
    this.#nanos[at] = nanosOf(entry)
    this.#flags[at] = entry.stream === 'stderr' ? FLAGS.stderr : 0
    this.#count++
    return true
  }

  from(at: number): number {
    return at === 0 ? 0 : (this.#ends[at - 1] ?? 0)
  }

  to(at: number): number {
    return this.#ends[at] ?? 0
  }

  text(at: number): string {
    return this.#bytes.toString('utf8', this.from(at), this.to(at))
  }

  /** One byte of a line's text; 0 behind its end. */
  byte(at: number, offset: number): number {
    const place = this.from(at) + offset
    return place < this.to(at) ? (this.#bytes[place] ?? 0) : 0
  }

  time(at: number): number {
    return this.#times[at] ?? 0
  }

  nanos(at: number): number {
    return this.#nanos[at] ?? 0
  }

  place(at: number): number {
    return this.#places[at] ?? 0
  }

  setPlace(at: number, place: number): void {
    this.#places[at] = place
  }

  flags(at: number): number {
    return this.#flags[at] ?? 0
  }

  setFlags(at: number, flags: number): void {
    this.#flags[at] = this.flags(at) | flags
  }

  /** The number that was kept for a line's level; undefined while there is none. */
  level(at: number): number | undefined {
    const kept = (this.flags(at) >> FLAGS.level) & LEVEL_BITS
    return kept === 0 ? undefined : kept - 1
  }

  keepLevel(at: number, level: number): void {
    this.setFlags(at, (level + 1) << FLAGS.level)
  }
}
