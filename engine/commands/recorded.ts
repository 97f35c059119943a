import { ShoalError } from '../../contract/errors.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { noteLine } from '../timeline/file.ts'
import { Recording } from '../timeline/record.ts'
import { whatOf } from '../timeline/what.ts'
import type { Change } from './change.ts'

/**
 * Runs a command under the project's lock and writes into the timeline how it went.
 * @param work is handed what it must tell everything to that it does
 */
export async function recorded<T>(
  { directory, command }: Pick<Change, 'directory' | 'command'>,
  work: (recording: Recording) => Promise<T>,
): Promise<{ result: T; entry: TimelineEntry }> {
  const begin = { id: crypto.randomUUID(), command, at: Date.now() }
  const recording = new Recording((operations) => {
    // Whoever watches learns whose containers are acted on, and so does whoever comes after a kill.
    lines = lines.then(() => noteLine(directory, { plan: { id: begin.id, operations } }))
  })
  let lines = noteLine(directory, { begin })
  const end = async (outcome: TimelineEntry['outcome'], error?: ShoalError): Promise<TimelineEntry> => {
    const { operations, requests } = recording
    const entry: TimelineEntry = {
      ...begin,
      kind: 'command',
      what: whatOf(command, operations),
      container: null,
      cause: 'shoal',
      took: recording.end() - begin.at,
      outcome,
      ...(error ? { error: { code: error.code, message: error.message, hint: error.hint } } : {}),
      operations,
      requests,
    }
    await lines
    await noteLine(directory, { entry })
    return entry
  }
  await lines
  try {
    const result = await work(recording)
    return { result, entry: await end('done') }
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
