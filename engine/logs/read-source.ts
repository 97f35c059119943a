import { ShoalError } from '../../contract/errors.ts'
import type { Docker, LogEntry, LogOptions } from '../docker/gateway.ts'
import { Position } from './position.ts'
import type { Sink } from './sink.ts'
import type { LogSource } from './source.ts'

export type LogDocker = Pick<Docker, 'logBatches' | 'inspectContainer'>

export interface ReadOptions {
  readonly follow: boolean
  readonly tail: number | 'all'
  readonly since?: number
  readonly signal: AbortSignal
  readonly matches: ((text: string) => boolean) | undefined
  /** Whether somebody rings `sink.more` when the container may have started again. */
  readonly resumes: boolean
  /** Only with `follow`: what is there is read before what comes, and this is called in between. */
  readonly caughtUp?: () => void
}

/**
 * Reads one log of a container into its sink; in follow mode Docker ends a log when the container stops, and it is read on
 * each time the sink is told that there may be more. Ends when there is nothing more to come, or with the signal.
 */
export async function readSource(docker: LogDocker, sink: Sink, options: ReadOptions): Promise<void> {
  const position = new Position(sink.source.own !== undefined)
  let begin = { tail: options.tail, ...(options.since === undefined ? {} : { since: options.since }) }
  if (options.follow && options.tail === 0) await findEnd(docker, sink.source, position, options)
  else if (options.follow && options.caughtUp !== undefined) {
    await readOnce(docker, sink, position, { ...begin, follow: false, signal: options.signal }, options)
    // Where nothing was there, everything that comes is new.
    begin = { ...begin, tail: 'all' }
  }
  options.caughtUp?.()
  while (!options.signal.aborted) {
    sink.become('reading')
    const since = position.since
    position.rewind()
    const part = since === undefined ? begin : { tail: 'all' as const, since }
    await readOnce(
      docker,
      sink,
      position,
      { ...part, follow: options.follow, signal: options.signal },
      options,
    )
    if (sink.gone || !options.resumes || options.signal.aborted) break
    sink.become('paused')
    await sink.more.wait()
  }
  sink.become('ended')
}

/** Where the log ends now: without a line to start from, reading on could not tell old lines from new ones. */
async function findEnd(
  docker: LogDocker,
  source: LogSource,
  position: Position,
  options: ReadOptions,
): Promise<void> {
  const query = { follow: false, tail: 1, signal: options.signal }
  await guard(docker, source.id, options, async () => {
    for await (const entries of batchesOf(docker, source, query))
      for (const entry of entries) position.accept(entry)
  })
}

async function readOnce(
  docker: LogDocker,
  sink: Sink,
  position: Position,
  query: LogOptions,
  options: ReadOptions,
): Promise<void> {
  await guard(docker, sink.source.id, options, async () => {
    for await (const entries of batchesOf(docker, sink.source, query))
      for (const entry of entries) {
        if (options.signal.aborted) return
        if (!position.accept(entry) || options.matches?.(entry.text) === false) continue
        if (!sink.push(entry)) await sink.room()
      }
  })
}

function batchesOf(
  docker: LogDocker,
  source: LogSource,
  query: LogOptions,
): AsyncIterable<readonly LogEntry[]> {
  return source.own === undefined ? docker.logBatches(source.id, query) : oneByOne(source.own.read(query))
}

async function* oneByOne(entries: AsyncIterable<LogEntry>): AsyncGenerator<readonly LogEntry[]> {
  for await (const entry of entries) yield [entry]
}

/**
 * A cancelled read, a container that was removed meanwhile, and, where reading resumes, an engine that went away all
 * mean only that there is no more to read for now.
 */
async function guard(
  docker: LogDocker,
  id: string,
  options: ReadOptions,
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (options.signal.aborted) return
    if (options.resumes && error instanceof ShoalError && error.code === 'engine-lost') return
    if ((await docker.inspectContainer(id)) !== undefined) throw error
  }
}
