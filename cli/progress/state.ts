import type { Activity, Operation, OperationState } from '../../contract/models.ts'

/** One operation and how far it is. Times are milliseconds since the epoch. */
export interface Entry {
  readonly operation: Operation
  readonly state: 'waiting' | OperationState
  readonly detail: string
  readonly startedAt: number | undefined
  readonly endedAt: number | undefined
}

/** Everything that a progress list shows, in the order of the plans. */
export type ProgressState = readonly Entry[]

/** The state after one more thing happened. Ids belong to the latest plan that has them. */
export function advance(state: ProgressState, activity: Activity): ProgressState {
  if (activity.kind === 'planned') {
    const added = activity.plan.operations.map(waiting)
    return [...state, ...added]
  }
  if (activity.kind !== 'operation') return state
  const position = state.findLastIndex(({ operation }) => operation.id === activity.id)
  const entry = state[position]
  return entry ? state.with(position, follow(entry, activity)) : state
}

function waiting(operation: Operation): Entry {
  return { operation, state: 'waiting', detail: '', startedAt: undefined, endedAt: undefined }
}

function follow(entry: Entry, { state, detail, at }: Extract<Activity, { kind: 'operation' }>): Entry {
  return {
    ...entry,
    state,
    detail,
    startedAt: entry.startedAt ?? at,
    endedAt: state === 'running' ? undefined : at,
  }
}
