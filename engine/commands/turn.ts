import { ShoalError } from '../../contract/errors.ts'
import type { ProjectSlot } from './host.ts'

/**
 * Lets the changes of one project run one after another in this process. A change that supersedes makes the one that
 * runs (or waits) under the same key stop before its next operation, and takes its place: a dragged slider ends at its
 * last value.
 */
export async function takeTurn<T>(
  slot: ProjectSlot,
  change: { signal?: AbortSignal | undefined; supersedes?: string },
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController()
  const key = change.supersedes
  if (key !== undefined) {
    slot.latest
      .get(key)
      ?.abort(new ShoalError('superseded', 'A newer change took its place; what was done so far stays done.'))
    slot.latest.set(key, own)
  }
  slot.changes.add(own)
  const signal = change.signal ? AbortSignal.any([change.signal, own.signal]) : own.signal
  const mine = slot.turn.then(() => {
    signal.throwIfAborted()
    return run(signal)
  })
  slot.turn = mine.catch(() => {})
  try {
    return await mine
  } catch (error) {
    throw ShoalError.from(error)
  } finally {
    slot.changes.delete(own)
    if (key !== undefined && slot.latest.get(key) === own) slot.latest.delete(key)
  }
}

/** Cancels all that runs or waits in the project, as if every caller had. Returns whether there was anything. */
export function cancelAll({ changes }: ProjectSlot): boolean {
  const reason = new ShoalError('cancelled', 'Cancelled; what was already done stays done.')
  for (const change of changes) change.abort(reason)
  return changes.size > 0
}
