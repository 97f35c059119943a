import type { LogSource } from '../source.ts'
import { FLAGS } from './block.ts'
import { Passage } from './passage.ts'
import type { Ring } from './ring.ts'
import type { Strand } from './strand.ts'

/** How far the rest of a record is looked for behind its beginning, in lines of its log. */
const REACH = 1_000

/** Where a reader begins: so many lines from the end of each log, or behind a place. */
export type Begin = { readonly tail: number } | { readonly after: number }

/** How far one log was read, and up to where the lines of each stream went into records that began earlier. */
interface Spot {
  next: number
  readonly joined: [stdout: number, stderr: number]
  /** The first lines of the last records. */
  readonly heads: [stdout: number, stderr: number]
}

/** One reader's way through the ring. Whoever is slower than the logs finds the oldest lines gone. */
export class Cursor {
  readonly #ring: Ring
  readonly #wants: (source: LogSource) => boolean
  readonly #spots = new Map<Strand, Spot>()

  constructor(ring: Ring, wants: (source: LogSource) => boolean, begin: Begin) {
    this.#ring = ring
    this.#wants = wants
    for (const strand of ring.strands)
      if (wants(strand.source)) this.#spots.set(strand, newSpot(firstLine(strand, begin)))
  }

  /** The next records in order, from at most so many lines, and how many lines before them are gone. */
  take(most: number): { passages: Passage[]; skipped: number } {
    const skipped = this.#catchUp()
    const passages: Passage[] = []
    for (let left = most; left > 0; ) {
      const earliest = this.#earliest()
      if (earliest === undefined) break
      const { strand, spot, until } = earliest
      do {
        const passage = passageAt(strand, spot)
        if (passage) passages.push(passage)
        left--
      } while (left > 0 && spot.next < strand.released && strand.place(spot.next) < until)
    }
    return { passages, skipped }
  }

  /** Whether there is something to take. */
  get hasMore(): boolean {
    for (const strand of this.#ring.strands)
      if (this.#wants(strand.source) && (this.#spots.get(strand)?.next ?? 0) < strand.released) return true
    return false
  }

  #catchUp(): number {
    let skipped = 0
    for (const strand of this.#ring.strands) {
      if (!this.#wants(strand.source)) continue
      const spot = this.#spots.get(strand) ?? newSpot(0)
      this.#spots.set(strand, spot)
      skipped += Math.max(0, strand.first - spot.next)
      spot.next = Math.max(strand.first, spot.next)
    }
    return skipped
  }

  /** The log with the earliest line, and the place of the earliest one of all others. */
  #earliest(): { strand: Strand; spot: Spot; until: number } | undefined {
    let first: { strand: Strand; spot: Spot } | undefined
    let least = Number.POSITIVE_INFINITY
    let until = Number.POSITIVE_INFINITY
    for (const [strand, spot] of this.#spots) {
      if (spot.next >= strand.released) continue
      const place = strand.place(spot.next)
      if (place < least) {
        until = least
        least = place
        first = { strand, spot }
      } else if (place < until) until = place
    }
    return first && { ...first, until }
  }
}

function newSpot(next: number): Spot {
  return { next, joined: [-1, -1], heads: [-1, -1] }
}

/** A record is never begun in its middle. */
function firstLine(strand: Strand, begin: Begin): number {
  if ('after' in begin) return strand.behind(begin.after)
  let number = Math.max(strand.first, strand.released - begin.tail)
  while (number > strand.first && strand.flags(number) & FLAGS.continues) number--
  return number
}

/** The record that begins with the next line; undefined where that went into one that began earlier. */
function passageAt(strand: Strand, spot: Spot): Passage | undefined {
  const number = spot.next++
  const flags = strand.flags(number)
  const stream = flags & FLAGS.stderr ? 1 : 0
  const continues = (flags & FLAGS.continues) !== 0
  if (continues && number <= spot.joined[stream]) return undefined
  const rest = restOf(strand, number, stream)
  if (rest.length > 0) spot.joined[stream] = rest.at(-1) ?? number
  if (!continues) spot.heads[stream] = number
  const head = continues ? spot.heads[stream] : number
  return new Passage(strand, number, rest, head >= strand.first ? head : number)
}

/** The lines that go on with one, as far as they came. */
function restOf(strand: Strand, number: number, stream: 0 | 1): number[] {
  const rest: number[] = []
  const end = Math.min(strand.end, number + REACH)
  for (let next = number + 1; next < end; next++) {
    const flags = strand.flags(next)
    if ((flags & FLAGS.stderr ? 1 : 0) !== stream) continue
    if (!(flags & FLAGS.continues)) break
    rest.push(next)
  }
  return rest
}
