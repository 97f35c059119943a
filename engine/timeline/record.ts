import type { Activity } from '../../contract/models.ts'
import type { RequestCount, TimelineEntry } from '../../contract/timeline.ts'

type Recorded = TimelineEntry['operations'][number]

/** Follows what a command tells, and keeps how each operation of its plans went. Times are milliseconds. */
export class Recording {
  /** What came through Caddy meanwhile, once that is known. */
  requests: RequestCount | null = null
  #endedAt: number | undefined
  readonly #operations: Recorded[] = []
  readonly #onPlan: (operations: Recorded[]) => void

  constructor(onPlan: (operations: Recorded[]) => void = () => {}) {
    this.#onPlan = onPlan
  }

  note(activity: Activity): void {
    if (activity.kind === 'planned') {
      const planned = activity.plan.operations.map(toWaiting)
      this.#operations.push(...planned)
      this.#onPlan(planned)
      return
    }
    if (activity.kind !== 'operation') return
    // Ids belong to the latest plan that has them.
    const position = this.#operations.findLastIndex(({ id }) => id === activity.id)
    const before = this.#operations[position]
    if (before) this.#operations[position] = follow(before, activity)
  }

  /** When its work was done, which is the first time that this is called: what follows is bookkeeping. */
  end(): number {
    this.#endedAt ??= Date.now()
    return this.#endedAt
  }

  get operations(): TimelineEntry['operations'] {
    return [...this.#operations]
  }
}

function toWaiting({
  id,
  verb,
  target,
  cause,
}: Omit<Recorded, 'state' | 'detail' | 'at' | 'took'>): Recorded {
  return { id, verb, target, cause, state: 'waiting', detail: '', at: null, took: null }
}

function follow(before: Recorded, { state, detail, at }: Extract<Activity, { kind: 'operation' }>): Recorded {
  const began = before.at ?? (state === 'skipped' ? null : at)
  const over = state !== 'running' && began !== null
  return { ...before, state, detail, at: began, took: over ? at - began : null }
}
