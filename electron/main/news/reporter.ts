import type { Activity, Snapshot } from '../../../contract/models.ts'
import { crashesBetween } from './crashes.ts'
import { failureIn } from './failures.ts'
import type { News } from './news.ts'

/** Milliseconds for which the same trouble is not told again: an instance that crashes in a loop is one piece of news. */
const QUIET = 60_000

/** Operations that end a container on purpose. */
const ENDING = new Set(['leave', 'drain', 'stop', 'remove'])

/** Finds what is news in what the engine tells of the open project. */
export class Reporter {
  readonly #tell: (news: News) => void
  readonly #now: () => number
  readonly #told = new Map<string, number>()
  #last: Snapshot | undefined
  #excused: ReadonlySet<string> = new Set()

  constructor(tell: (news: News) => void, now: () => number = Date.now) {
    this.#tell = tell
    this.#now = now
  }

  see(snapshot: Snapshot): void {
    const before = this.#last
    this.#last = snapshot
    if (before?.directory !== snapshot.directory) return
    for (const news of crashesBetween(before, snapshot, this.#excused)) this.#report(news)
    // A snapshot can be older than the end of the plan, so excuses last until nothing is at work any more.
    if (snapshot.work === null) this.#excused = new Set()
  }

  hear(activity: Activity, project: string): void {
    if (activity.kind === 'planned') {
      const ended = activity.plan.operations.filter(({ verb }) => ENDING.has(verb))
      this.#excused = new Set([...this.#excused, ...ended.map(({ target }) => target)])
    }
    const failure = failureIn(activity, project)
    if (failure) this.#report(failure)
  }

  #report(news: News): void {
    const at = this.#told.get(news.key)
    if (at !== undefined && this.#now() - at < QUIET) return
    this.#told.set(news.key, this.#now())
    this.#tell(news)
  }
}
