import { bodyText } from '../text/body.ts'
import { LEVELS } from '../text/level.ts'
import { finds } from '../text/search.ts'
import type { LineStore } from './line-store.ts'
import { NumberList } from './number-list.ts'

export type LevelFilter = 'all' | 'warnings' | 'errors'

export interface Filter {
  readonly levels: LevelFilter
  /** What is searched for. */
  readonly expression?: RegExp | undefined
  /** Show only lines in which it is found. */
  readonly onlyMatches: boolean
}

const LEAST: Readonly<Record<LevelFilter, number>> = {
  all: LEVELS.none,
  warnings: LEVELS.warn,
  errors: LEVELS.error,
}

/** Lines between two looks at the clock. */
const STRIDE = 64

class Pass {
  readonly shown = new NumberList()
  readonly matches = new NumberList()
  /** The next line to look at. */
  next = 0
}

/**
 * Which lines of a store are shown, and in which of them something was found. Another filter goes through all lines
 * again, a few milliseconds at a time; until it is through, what the one before found stays.
 */
export class View {
  readonly #store: LineStore
  #filter: Filter = { levels: 'all', onlyMatches: false }
  #now = new Pass()
  #coming: Pass | undefined

  constructor(store: LineStore) {
    this.#store = store
  }

  get shown(): NumberList {
    return this.#now.shown
  }

  get matches(): NumberList {
    return this.#now.matches
  }

  /** Whether another filter is still on its way through the lines. */
  get searching(): boolean {
    return this.#coming !== undefined
  }

  filter(filter: Filter): void {
    this.#filter = filter
    this.#coming = new Pass()
  }

  /** Looks at lines that were not looked at, for so many milliseconds. Returns whether it is through. */
  advance(budget: number, now = () => performance.now()): boolean {
    const deadline = now() + budget
    const pass = this.#coming ?? this.#now
    pass.next = Math.max(pass.next, this.#store.first)
    while (pass.next < this.#store.end) {
      const stop = Math.min(this.#store.end, pass.next + STRIDE)
      for (; pass.next < stop; pass.next++) this.#look(pass, pass.next)
      if (now() >= deadline) break
    }
    const through = pass.next >= this.#store.end
    if (through && this.#coming) {
      this.#now = this.#coming
      this.#coming = undefined
    }
    this.#now.shown.dropBefore(this.#store.first)
    this.#now.matches.dropBefore(this.#store.first)
    return through
  }

  #look(pass: Pass, number: number): void {
    const { levels, expression, onlyMatches } = this.#filter
    const line = this.#store.line(number)
    // A note of Shoal's own belongs to every view.
    const own = line?.container === ''
    if (line === undefined || (!own && this.#store.level(number) < LEAST[levels])) return
    const found = expression !== undefined && finds(expression, bodyText(line))
    if (found) pass.matches.push(number)
    if (found || own || !onlyMatches || expression === undefined) pass.shown.push(number)
  }
}
