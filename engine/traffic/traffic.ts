import type { Traffic as TrafficItem } from '../../contract/traffic.ts'
import type { Entry } from './entry.ts'
import { readEntry } from './entry.ts'
import { RequestRing } from './request-ring.ts'
import { Sampler } from './sampler.ts'
import { SecondStore } from './store.ts'

/** Requests that were counted, in the order of the log; each stands for `weight` of them. */
export interface Counted {
  readonly entry: Entry
  readonly weight: number
}

type Listener = (counted: readonly Counted[]) => void

/** What came through the Caddy of one project, as far as its access log was read. */
export class Traffic {
  readonly seconds = new SecondStore()
  readonly requests = new RequestRing()
  readonly #sampler = new Sampler()
  readonly #listeners = new Set<Listener>()
  #waiting: (() => void)[] = []
  #source: TrafficItem['source'] = 'starting'
  /** Whether a line was read, and whether one of them was an entry. */
  #lines: 'none' | 'others' | 'entries' = 'none'
  #newest = 0
  /** Whether lines came since the last answer was complete. */
  #fresh = false
  /** How far Caddy's clock is behind ours. Milliseconds; undefined until a line came as it was written. */
  #behind: number | undefined

  get source(): TrafficItem['source'] {
    return this.#source === 'reading' && this.#lines === 'others' ? 'no-log' : this.#source
  }

  set source(source: TrafficItem['source']) {
    this.#source = source
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** Resolves when it is known what there is to read, and what was there has been read. */
  async ready(): Promise<void> {
    if (this.#source === 'starting') await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Resolves when everything was read that had been written when it was called. */
  async upToDate(): Promise<void> {
    await this.ready()
    // The answer that comes next may have been begun before.
    for (let answers = 0; answers < 2 && this.#source === 'reading'; answers += 1)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Now, by the clock of the access log. Milliseconds since the epoch. */
  now(): number {
    const behind = this.#behind ?? 0
    return Date.now() - (Math.abs(behind) > TOLERATED ? behind : 0)
  }

  /** Requests as they are counted, until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes lines in the order of the log. */
  take(lines: readonly string[]): void {
    const counted: Counted[] = []
    for (const line of lines) {
      const weight = this.#sampler.weigh(line)
      const entry = weight === 0 ? undefined : readEntry(line)
      if (entry) {
        this.seconds.add(entry, weight)
        this.requests.add(entry, line)
        if (entry.at > this.#newest) this.#newest = entry.at
        if (this.#listeners.size > 0) counted.push({ entry, weight })
        this.#lines = 'entries'
        this.#fresh = true
      } else if (this.#lines === 'none' && weight > 0) this.#lines = 'others'
    }
    if (counted.length > 0) for (const listener of this.#listeners) listener(counted)
  }

  /** Another log is read from its beginning, or where it was left. */
  begin(): void {
    this.#sampler.begin()
  }

  /** Everything that was written so far was taken. */
  caughtUp(first: boolean): void {
    if (first) this.#sampler.begin()
    else this.#sampler.answered()
    this.source = 'reading'
    if (this.#fresh && !first) this.#compareClocks(Date.now() - this.#newest)
    this.#fresh = false
  }

  /**
   * A line that was just written is hardly older than the clocks differ, so the least age counts; it rises slowly, since
   * a virtual machine's clock may be set.
   */
  #compareClocks(age: number): void {
    const known = this.#behind ?? age
    this.#behind = age < known ? age : known + (age - known) * DRIFT
  }

  /** Lines may be missing here. */
  miss(): void {
    this.seconds.miss(this.now())
  }
}

/** The part of a difference of the clocks that is taken over at a time. */
const DRIFT = 0.02
/** Milliseconds by which two clocks on one machine may differ and count as the same. */
const TOLERATED = 500
