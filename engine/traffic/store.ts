import { TRAFFIC_SECONDS } from '../../contract/traffic.ts'
import type { Entry } from './entry.ts'
import { Tally } from './tally.ts'
import { containerOf } from './upstream-name.ts'

const SECOND = 1_000

/** One second of traffic, by upstream name (empty for Caddy). */
export interface StoredSecond {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly tallies: Map<string, Tally>
  /** For how many requests one that was counted stands. */
  sampled: number
  /** Lines may be missing in it. */
  gap: boolean
  /** Grows with each change of any second, so that a reader finds what is new to it. */
  revision: number
}

/**
 * The last 15 minutes by second, in some 18 MB for ten instances under load. Entries may come in any order; those that are
 * older than what is kept are dropped.
 */
export class SecondStore {
  readonly #seconds = new Map<number, StoredSecond>()
  readonly #names = new Map<string, string>()
  #revision = 0
  /** The newest second. */
  #newest = 0

  get revision(): number {
    return this.#revision
  }

  /** @param weight for how many requests this one stands */
  add(entry: Entry, weight = 1): void {
    const second = this.#at(entry.at)
    if (!second) return
    if (weight > second.sampled) second.sampled = weight
    tallyOf(second, this.#nameOf(entry.upstream)).add(entry, weight)
  }

  /** Notes how many requests were in flight at a moment, by upstream name. */
  look(at: number, inFlight: ReadonlyMap<string, number>): void {
    for (const [name, count] of inFlight) {
      // An upstream at rest is not worth a second of its own.
      const known = this.#seconds.get(startOf(at))?.tallies.has(name)
      if (count === 0 && !known) continue
      const second = this.#at(at)
      if (second) tallyOf(second, name).inFlight = count
    }
  }

  /** Marks a second in which lines may be missing. */
  miss(at: number): void {
    const second = this.#at(at)
    if (second) second.gap = true
  }

  /** Seconds within a span, in order. Milliseconds since the epoch; `to` is not part of it. */
  between(from: number, to: number): StoredSecond[] {
    return [...this.#seconds.values()].filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at)
  }

  #at(time: number): StoredSecond | undefined {
    const at = startOf(time)
    if (at <= this.#newest - TRAFFIC_SECONDS * SECOND) return undefined
    if (at > this.#newest) this.#advance(at)
    let second = this.#seconds.get(at)
    if (!second) {
      second = { at, tallies: new Map(), sampled: 1, gap: false, revision: 0 }
      this.#seconds.set(at, second)
    }
    this.#revision += 1
    second.revision = this.#revision
    return second
  }

  #advance(at: number): void {
    this.#newest = at
    const oldest = at - TRAFFIC_SECONDS * SECOND
    for (const known of this.#seconds.keys()) if (known <= oldest) this.#seconds.delete(known)
  }

  /** The container of an address. The copy lets go of the line that the address is part of. */
  #nameOf(upstream: string): string {
    const known = this.#names.get(upstream)
    if (known !== undefined) return known
    const copy = Buffer.from(upstream, 'latin1').toString()
    const name = containerOf(copy)
    this.#names.set(copy, name)
    return name
  }
}

function tallyOf({ tallies }: StoredSecond, name: string): Tally {
  const known = tallies.get(name)
  if (known) return known
  const made = new Tally()
  tallies.set(name, made)
  return made
}

function startOf(time: number): number {
  return Math.floor(time / SECOND) * SECOND
}
