import type { Outcome } from '../../contract/calls.ts'
import type { ShoalError } from '../../contract/errors.ts'
import type { Activity } from '../../contract/models.ts'
import type { Container } from '../docker/gateway.ts'
import { execute } from '../stack/execute/execute.ts'
import { printPlan } from '../stack/plan/print.ts'
import { toPlan } from '../stack/plan/step.ts'
import { toSnapshot } from '../stack/snapshot.ts'
import type { Recording } from '../timeline/record.ts'
import type { ProjectActivity } from './activity.ts'
import type { Change } from './change.ts'
import { makeContext } from './context.ts'
import { countRequests } from './count-requests.ts'
import { noteApplied } from './drift.ts'
import type { Connection, Host } from './host.ts'
import { holdLock } from './locked.ts'
import { preflight } from './preflight.ts'
import { outcomeOf, recorded } from './recorded.ts'
import { tellOperations } from './tell-operations.ts'
import { takeTurn } from './turn.ts'
import { undo } from './undo.ts'
import { view } from './view.ts'

/** Observes, plans and executes one change under the project's lock. */
export async function operate(host: Host, change: Change): Promise<Outcome> {
  const connection = await host.connect()
  if (change.dryRun) {
    const seen = await view(host, connection, change.directory, change)
    const plan = toPlan(await change.plan(seen, connection))
    return { plan, text: printPlan(plan) }
  }
  const slot = host.slot(change.directory)
  return takeTurn(slot, change, async (signal) => {
    slot.activity.begin()
    try {
      return await runLocked(host, connection, change, signal, slot.activity)
    } finally {
      slot.activity.end()
    }
  })
}

async function runLocked(
  host: Host,
  connection: Connection,
  change: Change,
  signal: AbortSignal,
  activity: ProjectActivity,
): Promise<Outcome> {
  return await holdLock(activity, change, signal, async (lock) => {
    const { result, entry } = await recorded(change, async (recording) => {
      const emit = (told: Activity) => {
        recording.note(told)
        activity.emit(told)
      }
      return await run(host, connection, change, lock.signal, emit, recording)
    })
    const { id, what, took, requests } = entry
    return { ...result, entry: { id, what, took, requests } }
  })
}

async function run(
  host: Host,
  connection: Connection,
  change: Change,
  signal: AbortSignal,
  emit: (activity: Activity) => void,
  recording: Recording,
): Promise<Outcome> {
  const began = Date.now()
  const end = (outcome: 'done' | ReturnType<typeof outcomeOf>, error?: ShoalError) =>
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
  const result = await execute(context, steps, signal, tellOperations(emit))
  const count = async (caddy: Container | undefined) => {
    if (steps.length === 0) return
    const span = { from: began, to: recording.end() }
    recording.requests = await countRequests(connection, before.seen.caddy.container, caddy, span)
  }
  if (result.error) {
    const error = await undo(host, connection, change, { steps, before, result, signal, emit })
    end(outcomeOf(error), error)
    if (error.code !== 'engine-lost') await count(before.seen.caddy.container)
    throw error
  }
  await change.settle?.(before)
  recording.end()
  const after = await view(host, connection, change.directory)
  await noteApplied(after)
  end('done')
  await count(after.seen.caddy.container)
  return {
    plan,
    text: printPlan(plan),
    snapshot: toSnapshot(after.seen, after.wanted, await connection.docker.about()),
  }
}
