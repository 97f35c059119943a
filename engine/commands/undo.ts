import { ShoalError } from '../../contract/errors.ts'
import type { Activity } from '../../contract/models.ts'
import { addressOf } from '../stack/execute/context.ts'
import { type Execution, execute } from '../stack/execute/execute.ts'
import type { Step } from '../stack/plan/step.ts'
import { toPlan } from '../stack/plan/step.ts'
import { findUndo } from '../stack/plan/undo.ts'
import type { Change } from './change.ts'
import { makeContext } from './context.ts'
import { discard } from './discard.ts'
import type { Connection, Host } from './host.ts'
import { tellOperations } from './tell-operations.ts'
import { type View, view } from './view.ts'

interface Broken {
  readonly steps: readonly Step[]
  readonly before: View
  readonly result: Execution
  readonly signal: AbortSignal
  readonly emit: (activity: Activity) => void
}

/**
 * After a plan that broke off: instances that were kept out and still run take part again. After a failure the new side
 * goes, the files are put back, and what was replaced already goes back as well. Returns the error to show.
 */
export async function undo(
  host: Host,
  connection: Connection,
  change: Change,
  broken: Broken,
): Promise<ShoalError> {
  const error = broken.result.error ?? new ShoalError('internal', 'A plan broke off without a reason.')
  if (error.code === 'superseded' || error.code === 'engine-lost') return error
  const cancelled = broken.signal.aborted
  try {
    const { steps, result, signal, before } = broken
    const { rejoin, discard: names, revive } = findUndo(steps, result, servingNames(before))
    await rejoinAll(host, connection, broken.before, rejoin)
    if (cancelled) return error
    await discard(makeContext(host, connection, before), names, steps, result, signal)
    for (const name of revive) await connection.docker.startContainer(name)
    const told = await change.revert?.(broken.before, error)
    // Files that were not put back still ask for what just failed.
    if (told !== undefined) await goBack(host, connection, change, broken)
    return withOutcome(error, told, broken)
  } catch (second) {
    const { message } = ShoalError.from(second)
    return new ShoalError(
      error.code,
      `${error.message} Putting things back failed as well: ${message}`,
      error.hint,
      {
        cause: error,
        details: error.details,
      },
    )
  }
}

function servingNames({ seen }: View): string[] {
  const caddies = seen.caddy.container ? [seen.caddy.container.name] : []
  return [
    ...caddies,
    ...seen.instances.flatMap(({ health, container }) => (health === 'healthy' ? [container.name] : [])),
  ]
}

async function rejoinAll(
  host: Host,
  connection: Connection,
  before: View,
  indexes: readonly number[],
): Promise<void> {
  if (indexes.length === 0) return
  const context = makeContext(host, connection, before)
  for (const caddy of await context.caddies())
    for (const index of indexes) {
      const address = addressOf(context, caddy, index)
      if (address) await caddy.link.rotation.join(address)
    }
}

async function goBack(host: Host, connection: Connection, change: Change, broken: Broken): Promise<void> {
  if (!change.planBack) return
  const after = await view(host, connection, change.directory)
  const steps = await change.planBack(after, connection)
  if (steps.length === 0) return
  broken.emit({
    kind: 'planned',
    command: `${change.command}, going back`,
    plan: toPlan(steps),
    at: Date.now(),
  })
  const context = makeContext(host, connection, after)
  const result = await execute(context, steps, broken.signal, tellOperations(broken.emit))
  if (!result.error) return
  const { discard: names } = findUndo(steps, result, servingNames(after))
  await discard(context, names, steps, result, broken.signal)
  throw result.error
}

function withOutcome(error: ShoalError, told: string | undefined, broken: Broken): ShoalError {
  const served = broken.before.seen.instances.some(({ health }) => health === 'healthy')
  const left = served ? 'The instances that served before still do.' : ''
  const code = told !== undefined && error.code === 'never-healthy' ? 'rollout-failed' : error.code
  return new ShoalError(code, [error.message, left, told].filter(Boolean).join(' '), error.hint, {
    cause: error,
    details: error.details,
  })
}
