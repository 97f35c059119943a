import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { HistoryEntry } from '../../contract/history.ts'
import type { Activity } from '../../contract/models.ts'
import { noteBegin, noteEnd, readHistory } from '../history/file.ts'
import { Recording } from '../history/record.ts'
import { currentHolder } from '../lock/current-holder.ts'
import type { Change } from './change.ts'

/** What was done in the project, newest first; what runs still is left out. */
export async function listHistory({
  directory,
  limit,
}: CallParams<'stack.history'>): Promise<CallOutput<'stack.history'>> {
  const holder = await currentHolder(directory)
  const runs = ({ at }: { at: number }) => holder !== undefined && at >= holder.since
  return { entries: await readHistory(directory, limit, runs) }
}

/**
 * Runs a command under the project's lock and writes into the history how it went.
 * @param work is handed what it must call with everything that it tells
 */
export async function recorded<T>(
  { directory, command }: Pick<Change, 'directory' | 'command'>,
  work: (note: (activity: Activity) => void) => Promise<T>,
): Promise<T> {
  const begin = { id: crypto.randomUUID(), command, at: Date.now() }
  const recording = new Recording()
  const end = (outcome: HistoryEntry['outcome'], error?: ShoalError) =>
    noteEnd(directory, {
      ...begin,
      took: Date.now() - begin.at,
      outcome,
      ...(error ? { error: { code: error.code, message: error.message, hint: error.hint } } : {}),
      operations: recording.result,
    })
  await noteBegin(directory, begin)
  try {
    const result = await work((activity) => recording.note(activity))
    await end('done')
    return result
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    await end(outcomeOf(error), error)
    throw error
  }
}

/** How a command ended that threw this. */
export function outcomeOf({ code }: ShoalError): 'failed' | 'cancelled' | 'superseded' {
  return code === 'cancelled' || code === 'superseded' ? code : 'failed'
}
