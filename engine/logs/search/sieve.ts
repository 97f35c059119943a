import { isAtLeast } from '../record/level.ts'
import { mentions } from '../record/request.ts'
import type { Passage } from '../ring/passage.ts'
import type { View } from '../view.ts'
import { breathe } from './breathe.ts'
import { compileSearch } from './expression.ts'
import type { Searcher } from './searcher.ts'

/** Lets through what a filter asks for. What continues a record goes where its beginning went. */
export class Sieve {
  readonly #view: View
  readonly #expression: RegExp | undefined
  readonly #searcher: Searcher
  /** Beginnings that were let through, by log and line, for what may come behind them. */
  readonly #passed = new Set<string>()

  /** Throws `usage` for an expression that is malformed. */
  constructor(view: View, searcher: Searcher) {
    this.#view = view
    this.#expression = view.filter.search && compileSearch(view.filter.search)
    this.#searcher = searcher
  }

  /** Whether every line of the logs that are shown passes. */
  get #open(): boolean {
    const { level, request } = this.#view.filter
    return level === undefined && request === undefined && this.#expression === undefined
  }

  /** Throws `usage` for an expression that takes too long. */
  async pass(passages: readonly Passage[]): Promise<readonly Passage[]> {
    if (this.#open) return passages.filter((passage) => !passage.isEvent || this.#isShown(passage))
    const likely: Passage[] = []
    const rest = breathe()
    for (const passage of passages) {
      if (this.#isLikely(passage)) likely.push(passage)
      const pause = rest()
      if (pause) await pause
    }
    if (this.#expression === undefined) return this.#note(likely)
    const found = await this.#searcher.find(this.#expression, likely)
    return this.#note(likely.filter((passage, at) => found[at] === 1 || this.#continues(passage)))
  }

  #isLikely(passage: Passage): boolean {
    const { level, request } = this.#view.filter
    if (!this.#isShown(passage)) return false
    if (this.#continues(passage)) return true
    if (level !== undefined && !isAtLeast(passage.level, level)) return false
    return request === undefined || (!passage.isEvent && mentions(passage.text, request))
  }

  /** An event belongs to a container that is shown. */
  #isShown(passage: Passage): boolean {
    if (!passage.isEvent) return true
    const { container, service, index } = passage.record()
    return this.#view.wants({ name: container, service, index })
  }

  #continues({ strand, number, head }: Passage): boolean {
    return head !== number && this.#passed.has(`${strand.key} ${head}`)
  }

  #note(passages: readonly Passage[]): readonly Passage[] {
    this.#passed.clear()
    for (const { strand, head } of passages.slice(-RECENT)) this.#passed.add(`${strand.key} ${head}`)
    return passages
  }
}

/** Records behind which something may still come. */
const RECENT = 64
