import pLimit from 'p-limit'
import { ShoalError } from '../../../contract/errors.ts'
import type { OperationState, Part } from '../../../contract/models.ts'
import type { Action, Step } from '../plan/step.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'

/**
 * How many containers are created, started or removed side by side: more is no faster, see
 * docs/adr/0004-parallelism.md.
 */
const PARALLEL = 4
const CONTAINER_WORK: ReadonlySet<Action['verb']> = new Set(['create', 'start', 'remove'])

export type OnOperation = (id: string, state: OperationState, detail: string, parts?: readonly Part[]) => void

/** How far a plan came. */
export interface Execution {
  readonly done: ReadonlySet<string>
  /** Steps that were begun, finished or not. */
  readonly begun: ReadonlySet<string>
  /** The first failure; the others follow from it or were cut off by it. */
  readonly error?: ShoalError
}

/**
 * Runs a plan's graph: each step as soon as those it comes after are done. After the first failure, or when the signal
 * fires, no further step begins, waiting ends, and what Docker is doing at that moment is finished.
 */
export async function execute(
  context: Context,
  steps: readonly Step[],
  signal: AbortSignal,
  onOperation: OnOperation,
): Promise<Execution> {
  const done = new Set<string>()
  const begun = new Set<string>()
  const stop = new AbortController()
  const abort = () => stop.abort(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  const limit = pLimit(PARALLEL)
  let error: ShoalError | undefined

  const begin = async (step: Step, needed: readonly boolean[]): Promise<boolean> => {
    if (stop.signal.aborted || needed.includes(false)) return false
    begun.add(step.id)
    onOperation(step.id, 'running', '')
    await perform(context, step, {
      signal: stop.signal,
      report: (detail, parts) => onOperation(step.id, 'running', detail, parts),
    })
    done.add(step.id)
    onOperation(step.id, 'done', '')
    return true
  }

  const settled = new Map<string, Promise<boolean>>()
  const runStep = async (step: Step): Promise<boolean> => {
    const needed = await Promise.all(step.after.map((id) => settled.get(id) ?? Promise.resolve(true)))
    // A failure is noted before the next one in line may begin.
    const work = async () => {
      try {
        const ran = await begin(step, needed)
        if (!ran) onOperation(step.id, 'skipped', '')
        return ran
      } catch (thrown) {
        const failure = ShoalError.from(thrown)
        const cutOff = failure.code === 'cancelled' || failure.code === 'superseded'
        onOperation(step.id, cutOff ? 'skipped' : 'failed', failure.message)
        if (!stop.signal.aborted) {
          error = failure
          stop.abort()
        }
        return false
      }
    }
    return CONTAINER_WORK.has(step.verb) ? limit(work) : work()
  }
  for (const step of steps) settled.set(step.id, runStep(step))
  await Promise.all(settled.values())
  signal.removeEventListener('abort', abort)
  if (!error && signal.aborted) error = ShoalError.from(signal.reason)
  return { done, begun, ...(error ? { error } : {}) }
}
