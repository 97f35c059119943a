import { create } from 'zustand'
import type { LogRecord } from '../../../contract/logs.ts'
import { link } from '../../bridge/engine.ts'
import { type FeedState, followFeed } from './lines/feed.ts'
import type { Wanted } from './lines/wanted.ts'
import { Finder, type Found } from './search/finder.ts'
import { LogController } from './viewer/controller.ts'

/** Records that are fetched at a time: at first and as one scrolls to older ones, and on the way to a certain one. */
const PAGE = 2_000
const LEAP = 5_000
/** Milliseconds between two countings of what a search finds while lines come. */
const COUNT_PAUSE = 1_000

interface SessionState {
  readonly feed: FeedState
  readonly found: Found
}

/** What is looked at of one project's logs. It outlives the screen, so that one finds it again as it was. */
export class LogSession {
  readonly directory: string
  readonly controller = new LogController()
  readonly state = create<SessionState>(() => ({
    feed: { kind: 'loading' },
    found: { state: 'none', total: 0, at: null, place: null, error: null },
  }))
  readonly #finder = new Finder(
    (input, signal) => link.call('logs.search', input, { signal }),
    (found) => {
      if (found.place === null) this.controller.goTo(null)
      this.state.setState({ found })
    },
  )
  #wanted: Wanted | undefined
  /** Where the next records are to be shown: a time, in milliseconds since the epoch. */
  #moment: number | undefined
  /** Counts how often it began anew: an answer that was asked for before is dropped. */
  #round = 0
  /** Whether older records could not be fetched. */
  #failed = false
  #fetching: Promise<boolean> | undefined
  #counting: ReturnType<typeof setTimeout> | undefined

  constructor(directory: string) {
    this.directory = directory
    this.controller.onBeginning = () => void this.#fetchOlder(PAGE)
  }

  /** Follows what is wanted; what is there of the same already stays. Returns how to stop. */
  follow(wanted: Wanted): () => void {
    const { pane } = this.controller
    const stop = new AbortController()
    const same = JSON.stringify(wanted) === JSON.stringify(this.#wanted)
    let anchor = same ? undefined : pane.anchor
    let begun = same
    this.#wanted = wanted
    const reader = {
      after: () => (begun ? pane.lastPlace : undefined),
      begin: async () => {
        const found = anchor
        anchor = undefined
        begun = true
        await this.#begin(found)
      },
      append: (records: readonly LogRecord[], skipped: number) => {
        this.controller.append(records, skipped)
        this.#countSoon()
      },
      tell: (feed: FeedState) => {
        if (feed.kind === 'live' && this.#failed) void this.#fetchOlder(PAGE)
        this.state.setState({ feed })
      },
    }
    followFeed(wanted, reader, stop.signal)
    return () => stop.abort()
  }

  /** Looks for something in what is shown; undefined for nothing. */
  async find(sought: Wanted | undefined): Promise<void> {
    await this.#finder.look(sought)
  }

  /** Goes to the next match, or the one before. */
  async step(by: 1 | -1): Promise<void> {
    const { pane } = this.controller
    const from = by < 0 && pane.state().following ? Number.MAX_SAFE_INTEGER : pane.topPlace - (by > 0 ? 1 : 0)
    const place = await this.#finder.step(by, from)
    if (place !== undefined && (await this.show(place))) this.controller.goTo(place)
  }

  /** Shows the record at a place, and fetches what lies between it and what the window holds. Returns whether it could. */
  async show(place: number): Promise<boolean> {
    const { pane } = this.controller
    while ((pane.firstPlace ?? place) > place && (await this.#fetchOlder(LEAP)));
    this.controller.move((pane) => pane.show(place))
    return pane.holds(place)
  }

  /** Shows what was written at a time, as soon as there are records. */
  showTime(time: number): void {
    this.#moment = time
    if (this.controller.pane.firstPlace !== undefined) void this.#showMoment(time)
  }

  async #showMoment(time: number): Promise<void> {
    const { pane } = this.controller
    this.#moment = undefined
    while ((pane.firstTime ?? time) > time && (await this.#fetchOlder(LEAP)));
    this.controller.move((pane) => pane.showTime(time))
  }

  /** Begins anew with the last records, where one was before or at their end. */
  async #begin(anchor: number | undefined): Promise<void> {
    this.#round++
    this.#fetching = undefined
    this.controller.begin()
    await this.#fetchOlder(PAGE)
    if (this.#moment !== undefined) await this.#showMoment(this.#moment)
    else if (anchor !== undefined) await this.show(anchor)
  }

  #fetchOlder(limit: number): Promise<boolean> {
    if (this.#fetching) return this.#fetching
    const fetching = this.#fetch(limit).finally(() => {
      if (this.#fetching === fetching) this.#fetching = undefined
      this.controller.refresh()
    })
    this.#fetching = fetching
    return fetching
  }

  /** Whether older records came. */
  async #fetch(limit: number): Promise<boolean> {
    const { pane } = this.controller
    const wanted = this.#wanted
    const round = this.#round
    const before = pane.firstPlace
    if (!wanted || pane.full) return false
    pane.begins('loading')
    this.controller.refresh()
    try {
      const where = before === undefined ? {} : { before }
      const { matches, earlier } = await link.call('logs.search', { ...wanted, ...where, limit })
      // Something else is shown by now.
      if (round !== this.#round) return false
      // What was written meanwhile may have come by the stream already.
      const first = pane.firstPlace ?? Number.POSITIVE_INFINITY
      this.#failed = false
      pane.prepend(matches.filter(({ place }) => place < first))
      pane.begins(earlier > 0 ? 'more' : 'whole')
      return matches.length > 0
    } catch {
      if (round !== this.#round) return false
      // The stream tells what is wrong; it is tried again when that goes on.
      this.#failed = true
      pane.begins('whole')
      return false
    }
  }

  #countSoon(): void {
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined
      void this.#finder.count()
    }, COUNT_PAUSE)
  }
}

let last: LogSession | undefined

/** The session of a project: the one that was there, if it was looked at last. */
export function sessionOf(directory: string): LogSession {
  if (last?.directory !== directory) last = new LogSession(directory)
  return last
}
