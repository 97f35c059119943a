import type { Outcome } from '../../contract/calls.ts'
import type { ShoalError } from '../../contract/errors.ts'
import type { Activity } from '../../contract/models.ts'
import { withProjectLock } from '../lock/with-lock.ts'
import { execute } from '../stack/execute/execute.ts'
import { printPlan } from '../stack/plan/print.ts'
import { type Step, toPlan } from '../stack/plan/step.ts'
import { toSnapshot } from '../stack/snapshot.ts'
import { makeContext } from './context.ts'
import type { Connection, Host, ProjectSlot } from './host.ts'
import { preflight } from './preflight.ts'
import { takeTurn } from './turn.ts'
import { undo } from './undo.ts'
import { type View, type ViewOptions, view } from './view.ts'

/** One change of a project: what to plan, and what to write before and put back after a failure. */
export interface Change extends ViewOptions {
  readonly directory: string
  /** As typed, for whoever waits for the lock and for the history: "scale 5". */
  readonly command: string
  readonly dryRun?: boolean
  readonly signal?: AbortSignal | undefined
  /** Takes the place of a running change with the same key that has not begun its next operation. */
  readonly supersedes?: string
  /** How `.env` will read once the change is committed; it is planned as if it were so already. */
  readonly edit?: (text: string) => string
  /** Plans, from what is there. Throws to refuse; nothing was changed then. */
  readonly plan: (view: View, connection: Connection) => Promise<Step[]> | Step[]
  /** Writes the project's files, once the plan is known to be possible. */
  readonly commit?: (view: View) => Promise<void>
  /** Puts the files back after the plan failed. Returns what to tell, or undefined when nothing was put back. */
  readonly revert?: (view: View) => Promise<string | undefined>
  /** Plans the way back to the files as they were put back. */
  readonly planBack?: (view: View, connection: Connection) => Promise<Step[]> | Step[]
  /** Runs when everything succeeded. */
  readonly settle?: (view: View) => Promise<void>
}

/** Observes, plans and executes one change under the project's lock. */
export async function operate(host: Host, change: Change): Promise<Outcome> {
  const connection = await host.connect()
  if (change.dryRun) {
    const seen = await view(host, connection, change.directory, change)
    const plan = toPlan(await change.plan(seen, connection))
    return { plan, text: printPlan(plan) }
  }
  const slot = host.slot(change.directory)
  const note = (message: string) => slot.activity.emit({ kind: 'note', message, at: Date.now() })
  return takeTurn(slot, change, (turnSignal) =>
    withProjectLock(
      change.directory,
      { command: `shoal ${change.command}`, signal: turnSignal, onWait: (_holder, words) => note(words) },
      ({ signal }) => run(host, connection, slot, change, signal),
    ),
  )
}

async function run(
  host: Host,
  connection: Connection,
  slot: ProjectSlot,
  change: Change,
  signal: AbortSignal,
): Promise<Outcome> {
  const emit = (activity: Activity) => slot.activity.emit(activity)
  const began = Date.now()
  const end = (outcome: 'done' | 'failed' | 'cancelled' | 'superseded', error?: ShoalError) =>
    emit({
      kind: 'ended',
      command: change.command,
      outcome,
      took: Date.now() - began,
      at: Date.now(),
      ...(error ? { error: error.toData() } : {}),
    })
  const before = await view(host, connection, change.directory, change)
  const steps = await change.plan(before, connection)
  await preflight(connection.docker, before, steps)
  signal.throwIfAborted()
  await change.commit?.(before)

  const plan = toPlan(steps)
  emit({ kind: 'planned', command: change.command, plan, at: Date.now() })
  const context = makeContext(host, connection, before)
  const result = await execute(context, steps, signal, (id, state, detail) =>
    emit({ kind: 'operation', id, state, detail, at: Date.now() }),
  )
  if (result.error) {
    const error = await undo(host, connection, change, { steps, before, result, signal, emit })
    end(error.code === 'cancelled' || error.code === 'superseded' ? error.code : 'failed', error)
    throw error
  }
  await change.settle?.(before)
  const after = await view(host, connection, change.directory)
  end('done')
  return {
    plan,
    text: printPlan(plan),
    snapshot: toSnapshot(after.seen, after.wanted, connection.docker.about),
  }
}
