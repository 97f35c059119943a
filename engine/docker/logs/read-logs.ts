import type { Readable } from 'node:stream'
import { type Client, openStream } from '../client.ts'
import { shortId } from '../containers/start-container.ts'
import { attempt, cancelled, statusOf, translateError } from '../errors.ts'
import type { LogEntry, LogOptions } from '../gateway.ts'
import { parseLogs } from './parse-logs.ts'

/** A container's log entries, one at a time. */
export async function* readLogs(client: Client, id: string, options: LogOptions): AsyncGenerator<LogEntry> {
  for await (const entries of readLogBatches(client, id, options)) yield* entries
}

/**
 * A container's log entries, as many at a time as came together. The connection is closed on every way out: the end,
 * `break`, an error, and the signal, which throws `cancelled`. A container that is just being removed has no log any more.
 */
export async function* readLogBatches(
  client: Client,
  id: string,
  options: LogOptions,
): AsyncGenerator<readonly LogEntry[]> {
  const { signal } = options
  const doing = `reading the log of the container ${shortId(id)}`
  const info = await attempt(doing, () => client.api.getContainer(id).inspect())
  const path = `/containers/${encodeURIComponent(id)}/logs`
  const stream = await attempt(doing, () => openLog(client, path, options))
  if (stream === undefined) return
  try {
    yield* parseLogs(stream, info.Config.Tty)
  } catch (thrown) {
    throw signal?.aborted ? cancelled(doing) : translateError(thrown, doing)
  } finally {
    stream.destroy()
  }
}

/** Undefined for a container that is being removed, which Docker refuses with a 409. */
async function openLog(client: Client, path: string, options: LogOptions): Promise<Readable | undefined> {
  try {
    return await openStream(client, path, query(options), options.signal)
  } catch (thrown) {
    if (statusOf(thrown) === 409 && String(thrown).includes('marked for removal')) return undefined
    throw thrown
  }
}

function query(options: LogOptions): Record<string, unknown> {
  return {
    stdout: true,
    stderr: true,
    timestamps: true,
    follow: options.follow,
    tail: options.tail,
    ...(options.since === undefined ? {} : { since: toUnixTime(options.since) }),
  }
}

/** Docker wants Unix seconds; fractions work, RFC 3339 gives a 500. */
function toUnixTime(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
