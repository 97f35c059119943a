import type { HistoryEntry } from '../../contract/history.ts'
import type { Activity } from '../../contract/models.ts'

type Recorded = HistoryEntry['operations'][number]

/** Follows what a command tells, and keeps how each operation of its plans went. Times are milliseconds. */
export class Recording {
  private readonly operations: Recorded[] = []

  note(activity: Activity): void {
    if (activity.kind === 'planned') {
      for (const { id, verb, target, cause } of activity.plan.operations)
        this.operations.push({
          id,
          verb,
          target,
          cause,
          state: 'waiting',
          detail: '',
          at: null,
          took: null,
        })
      return
    }
    if (activity.kind !== 'operation') return
    // Ids belong to the latest plan that has them.
    const position = this.operations.findLastIndex(({ id }) => id === activity.id)
    const before = this.operations[position]
    if (before) this.operations[position] = follow(before, activity)
  }

  get result(): HistoryEntry['operations'] {
    return [...this.operations]
  }
}

function follow(before: Recorded, { state, detail, at }: Extract<Activity, { kind: 'operation' }>): Recorded {
  const began = before.at ?? (state === 'skipped' ? null : at)
  const over = state !== 'running' && began !== null
  return { ...before, state, detail, at: began, took: over ? at - began : null }
}
