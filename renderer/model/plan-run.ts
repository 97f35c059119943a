import type { ErrorData } from '../../contract/errors.ts'
import type { Activity, Operation, OperationState, Part } from '../../contract/models.ts'

export interface OperationRun extends Operation {
  readonly state: OperationState | 'waiting'
  readonly detail: string
  readonly parts: readonly Part[]
  /** Milliseconds since the epoch; null before it began. */
  readonly startedAt: number | null
  readonly endedAt: number | null
}

/** One command on its way, as the stream of activities tells it. */
export interface PlanRun {
  readonly command: string
  readonly startedAt: number
  readonly operations: readonly OperationRun[]
  /** What Shoal said meanwhile: who holds the lock, which port was taken instead. */
  readonly notes: readonly string[]
  /** Null while it runs. */
  readonly outcome: 'done' | 'failed' | 'cancelled' | 'superseded' | null
  readonly error: ErrorData | null
  /** Milliseconds. */
  readonly took: number
}

/** The run after one more activity. A new plan takes the place of the one before. Pure. */
export function advance(run: PlanRun | null, activity: Activity): PlanRun | null {
  switch (activity.kind) {
    case 'planned':
      return {
        command: activity.command,
        startedAt: activity.at,
        operations: activity.plan.operations.map(toWaiting),
        notes: isUnderWay(run) && run.operations.length === 0 ? run.notes : [],
        outcome: null,
        error: null,
        took: 0,
      }
    case 'note':
      if (isUnderWay(run)) return { ...run, notes: [...run.notes, activity.message] }
      return { ...waitingRun(activity.at), notes: [activity.message] }
    case 'operation':
      return run && { ...run, operations: run.operations.map((operation) => step(operation, activity)) }
    case 'ended':
      return {
        ...(run ?? waitingRun(activity.at - activity.took)),
        command: activity.command,
        outcome: activity.outcome,
        error: activity.error ?? null,
        took: activity.took,
      }
  }
}

/** Whether there is a run that has not ended. */
export function isUnderWay(run: PlanRun | null): run is PlanRun & { readonly outcome: null } {
  return run?.outcome === null
}

/** How many of its operations are done, and of how many. */
export function progressOf(run: PlanRun): { done: number; total: number } {
  const over = run.operations.filter(({ state }) => state !== 'waiting' && state !== 'running')
  return { done: over.length, total: run.operations.length }
}

/** Why it does what it does: the cause of most of its operations first. */
export function causesOf({ operations }: PlanRun): string[] {
  const counts = new Map<string, number>()
  for (const { cause } of operations) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([cause]) => cause)
}

/** Before its plan is known: it waits for its turn. */
function waitingRun(at: number): PlanRun {
  return { command: '', startedAt: at, operations: [], notes: [], outcome: null, error: null, took: 0 }
}

function toWaiting(operation: Operation): OperationRun {
  return { ...operation, state: 'waiting', detail: '', parts: [], startedAt: null, endedAt: null }
}

function step(operation: OperationRun, activity: Extract<Activity, { kind: 'operation' }>): OperationRun {
  if (operation.id !== activity.id) return operation
  const running = activity.state === 'running'
  return {
    ...operation,
    state: activity.state,
    detail: activity.detail,
    parts: activity.parts ?? (running ? operation.parts : []),
    startedAt: operation.startedAt ?? activity.at,
    endedAt: running ? null : activity.at,
  }
}
