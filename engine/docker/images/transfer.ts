import type { Readable } from 'node:stream'
import type { ShoalError } from '../../../contract/errors.ts'
import { cancelled, engineSentence, statusOf, translateError } from '../errors.ts'
import { failureOf, type ProgressMessage, readProgress } from './progress.ts'

interface Transfer {
  /** Completes "Docker failed while ...". */
  readonly doing: string
  readonly signal: AbortSignal | undefined
  /** Opens the progress stream. dockerode deletes `abortSignal` from the object it is given, so each call gets its own. */
  readonly open: (abort: { abortSignal?: AbortSignal }) => Promise<NodeJS.ReadableStream>
  readonly onMessage: (message: ProgressMessage) => void
  /** The error for what the engine says, in an answer that refuses or inside the progress. */
  readonly refuse: (sentence: string) => ShoalError
}

/** Runs a pull or a build to its end, and closes its connection on every way out: closing is what cancels it. */
export async function transfer(job: Transfer): Promise<void> {
  const { doing, signal } = job
  let stream: Readable | undefined
  try {
    stream = (await job.open(signal === undefined ? {} : { abortSignal: signal })) as Readable
    for await (const message of readProgress(stream)) {
      const failure = failureOf(message)
      if (failure !== undefined) throw job.refuse(failure.trim())
      job.onMessage(message)
    }
  } catch (thrown) {
    if (signal?.aborted) throw cancelled(doing)
    if (statusOf(thrown) !== undefined && thrown instanceof Error)
      throw job.refuse(engineSentence(thrown.message))
    throw translateError(thrown, doing)
  } finally {
    stream?.destroy()
  }
}
