import type { LogEntry } from '../../docker/gateway.ts'
import { Joiner } from '../record/joiner.ts'
import { keyOf, type LogSource } from '../source.ts'
import { Block, FLAGS } from './block.ts'

/** How large the blocks of a strand become; the first are smaller, since most logs are quiet. */
export interface BlockLimits {
  readonly lines: number
  readonly bytes: number
}

/** Up to which number lines had come at a moment, in milliseconds, and the latest stamp among them. */
interface Arrival {
  readonly at: number
  readonly until: number
  readonly time: number
  readonly nanos: number
}

const FIRST_LINES = 64
const FIRST_BYTES = 4_096

/** The lines of one log that are kept, in order of arrival, each by the number that it has among all of the log. */
export class Strand {
  readonly source: LogSource
  readonly key: string
  readonly #limits: BlockLimits
  readonly #joiner = new Joiner()
  #blocks: Block[] = []
  /** The number of the first line that has no place among all of the project's yet. */
  released = 0
  #arrivals: Arrival[] = []
  #latest = { time: 0, nanos: 0 }
  /** Whether its log will give no more. */
  over = false
  /** The block in which a line was looked for last. */
  #recent: Block | undefined

  constructor(source: LogSource, limits: BlockLimits) {
    this.source = source
    this.key = keyOf(source)
    this.#limits = limits
  }

  /** The number of the oldest line that is kept. */
  get first(): number {
    return this.#blocks[0]?.first ?? this.end
  }

  /** The number of the next line to come. */
  get end(): number {
    const last = this.#blocks.at(-1)
    return last === undefined ? 0 : last.first + last.count
  }

  /** Lines that can make room. */
  get spare(): number {
    return this.#blocks.length > 1 ? (this.#blocks[0]?.count ?? 0) : 0
  }

  get size(): number {
    return this.end - this.first
  }

  /** Returns how many bytes of memory were taken for it. */
  add(entry: LogEntry, at: number): number {
    const length =
      entry.from === undefined || entry.to === undefined
        ? Buffer.byteLength(entry.text)
        : entry.to - entry.from
    let taken = 0
    let block = this.#blocks.at(-1)
    if (!block?.add(entry, length)) {
      block = this.#grow(length)
      taken = block.size
      block.add(entry, length)
    }
    const line = block.count - 1
    if (this.#joiner.continues(entry, block.byte(line, 0))) block.setFlags(line, FLAGS.continues)
    this.#note(block, line, at)
    return taken
  }

  /** Lets go of the oldest lines. Returns how many bytes of memory that gives back. */
  evict(): { lines: number; bytes: number } {
    const block = this.#blocks.shift()
    if (block === undefined) return { lines: 0, bytes: 0 }
    this.released = Math.max(this.released, this.first)
    this.#recent = undefined
    return { lines: block.count, bytes: block.size }
  }

  /** The last lines that had come at a moment, of those without a place. */
  ripe(moment: number): Arrival | undefined {
    return this.#arrivals.findLast(({ at }) => at <= moment)
  }

  /** Gives the next line its place. */
  release(place: number): void {
    const block = this.block(this.released)
    block?.setPlace(this.released - block.first, place)
    this.released++
    while ((this.#arrivals[0]?.until ?? Number.POSITIVE_INFINITY) <= this.released) this.#arrivals.shift()
  }

  /** The block that holds a line; undefined when it is gone or has not come. */
  block(number: number): Block | undefined {
    const recent = this.#recent
    if (recent && number >= recent.first && number < recent.first + recent.count) return recent
    let [low, high] = [0, this.#blocks.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#blocks[middle]?.first ?? 0) <= number) low = middle
      else high = middle - 1
    }
    const block = this.#blocks[low]
    if (block === undefined || number < block.first || number >= block.first + block.count) return undefined
    this.#recent = block
    return block
  }

  /** The number of the first released line behind a place. */
  behind(place: number): number {
    let [low, high] = [this.first, this.released]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.place(middle) <= place) low = middle + 1
      else high = middle
    }
    return low
  }

  place(number: number): number {
    const block = this.block(number)
    return block === undefined ? 0 : block.place(number - block.first)
  }

  stamp(number: number): { time: number; nanos: number } {
    const block = this.block(number)
    if (block === undefined) return { time: 0, nanos: 0 }
    const at = number - block.first
    return { time: block.time(at), nanos: block.nanos(at) }
  }

  flags(number: number): number {
    const block = this.block(number)
    return block === undefined ? 0 : block.flags(number - block.first)
  }

  text(number: number): string {
    const block = this.block(number)
    return block === undefined ? '' : block.text(number - block.first)
  }

  #note(block: Block, line: number, at: number): void {
    const last = this.#arrivals.at(-1)
    const [time, nanos] = [block.time(line), block.nanos(line)]
    const isLate = time < this.#latest.time || (time === this.#latest.time && nanos < this.#latest.nanos)
    if (!isLate) this.#latest = { time, nanos }
    const arrival = { at, until: block.first + line + 1, ...this.#latest }
    if (last?.at === at) this.#arrivals[this.#arrivals.length - 1] = arrival
    else this.#arrivals.push(arrival)
  }

  #grow(length: number): Block {
    const last = this.#blocks.at(-1)
    const lines = Math.min(this.#limits.lines, (last?.lines ?? FIRST_LINES / 2) * 2)
    const bytes = Math.min(this.#limits.bytes, (last?.capacity ?? FIRST_BYTES / 2) * 2)
    const block = new Block(this.end, lines, Math.max(bytes, length))
    this.#blocks.push(block)
    return block
  }
}
