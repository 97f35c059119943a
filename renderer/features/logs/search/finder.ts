import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import type { LogSearch } from '../../../../contract/logs.ts'
import type { Wanted } from '../lines/wanted.ts'

/** What is known of a search. */
export interface Found {
  readonly state: 'none' | 'searching' | 'found' | 'failed'
  /** Matches in all that the engine keeps. */
  readonly total: number
  /** Which of them the search has gone to, from 0; null before. */
  readonly at: number | null
  /** The place of that one. */
  readonly place: number | null
  readonly error: ErrorData | null
}

export interface SearchInput extends Wanted {
  readonly limit: number
  readonly before?: number
  readonly after?: number
}

/** Asks the engine. */
export type Ask = (input: SearchInput, signal: AbortSignal) => Promise<LogSearch>

/** Matches that are asked for at a time. */
const LIMIT = 500

const NONE: Found = { state: 'none', total: 0, at: null, place: null, error: null }

/** A part of all matches that is known: their places, and how many there are before them. */
interface Part {
  readonly places: readonly number[]
  readonly earlier: number
  readonly later: number
}

/** Goes through the matches of a search in all that the engine keeps, also where the window holds none of it. */
export class Finder {
  readonly #ask: Ask
  readonly #tell: (found: Found) => void
  #wanted: Wanted | undefined
  #found: Found = NONE
  #part: Part | undefined
  #stop = new AbortController()

  constructor(ask: Ask, tell: (found: Found) => void) {
    this.#ask = ask
    this.#tell = tell
  }

  get found(): Found {
    return this.#found
  }

  /** Looks for something else; undefined for nothing. */
  async look(wanted: Wanted | undefined): Promise<void> {
    this.#stop.abort()
    this.#stop = new AbortController()
    this.#wanted = wanted
    this.#part = undefined
    if (!wanted) return this.#become(NONE)
    this.#become({ ...NONE, state: 'searching' })
    await this.#load({})
  }

  /** Counts again: lines have come, or the engine is back. */
  async count(): Promise<void> {
    if (this.#found.state === 'none' || this.#found.state === 'searching') return
    const answer = await this.#search({ limit: 1 })
    if (!answer) return
    const more = answer.total - this.#found.total
    if (this.#part) this.#part = { ...this.#part, later: Math.max(0, this.#part.later + more) }
    this.#become({ ...this.#found, state: 'found', total: answer.total, error: null })
  }

  /**
   * Goes to the next match, or the one before, round the end.
   * @param from the place that it begins at where it has gone to no match yet
   * @returns its place; undefined where there is none
   */
  async step(by: 1 | -1, from: number): Promise<number | undefined> {
    const begin = this.#found.place ?? from
    const known = this.#next(by, begin)
    if (known !== undefined) return this.#goTo(known)
    const beyond = by > 0 ? { after: begin } : { before: begin }
    const part = (await this.#load(beyond)) && this.#part
    if (!part) return undefined
    if (part.places.length === 0) {
      // Round the end: the first of all, or the last.
      if (!(await this.#load(by > 0 ? { after: 0 } : {}))) return undefined
    }
    return this.#goTo(by > 0 ? 0 : (this.#part?.places.length ?? 0) - 1)
  }

  #next(by: 1 | -1, from: number): number | undefined {
    const { places, earlier, later } = this.#part ?? { places: [], earlier: 1, later: 1 }
    const index =
      by > 0 ? places.findIndex((place) => place > from) : places.findLastIndex((place) => place < from)
    if (index >= 0) return index
    // Beyond what is known there are others, or it goes round the end of all.
    const whole = earlier === 0 && later === 0
    return whole && places.length > 0 ? (by > 0 ? 0 : places.length - 1) : undefined
  }

  #goTo(index: number): number | undefined {
    const { places = [], earlier = 0 } = this.#part ?? {}
    const place = places[index]
    if (place === undefined) return undefined
    this.#become({ ...this.#found, at: earlier + index, place })
    return place
  }

  async #load(where: Pick<SearchInput, 'before' | 'after'>): Promise<boolean> {
    const answer = await this.#search({ ...where, limit: LIMIT })
    if (!answer) return false
    const { matches, total, earlier, later } = answer
    this.#part = { places: matches.map(({ place }) => place), earlier, later }
    this.#become({ ...this.#found, state: 'found', total, error: null })
    return true
  }

  async #search(input: Omit<SearchInput, keyof Wanted>): Promise<LogSearch | undefined> {
    const { signal } = this.#stop
    if (!this.#wanted) return undefined
    try {
      const answer = await this.#ask({ ...this.#wanted, ...input }, signal)
      return signal.aborted ? undefined : answer
    } catch (thrown) {
      const error = ShoalError.from(thrown)
      // It is asked again when the engine is back.
      const quiet = error.code === 'cancelled' || error.code === 'disconnected'
      if (!signal.aborted && !quiet) this.#become({ ...NONE, state: 'failed', error: error.toData() })
      return undefined
    }
  }

  #become(found: Found): void {
    this.#found = found
    this.#tell(found)
  }
}
