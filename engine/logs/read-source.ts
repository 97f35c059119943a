import { ShoalError } from '../../contract/errors.ts'
import type { Docker, LogEntry, LogOptions } from '../docker/gateway.ts'
import type { Lane } from './lane.ts'
import { Position } from './position.ts'

export type LogDocker = Pick<Docker, 'logs' | 'inspectContainer'>

export interface ReadOptions {
  readonly follow: boolean
  readonly tail: number | 'all'
  readonly since?: number
  readonly signal: AbortSignal
  readonly matches: (text: string) => boolean
  /** Whether somebody rings `lane.more` when the container may have started again. */
  readonly resumes: boolean
}

/**
 * Reads one container's log into its lane; in follow mode Docker ends a log when the container stops, and it is read on
 * each time the lane is told that there may be more. Ends when there is nothing more to come, or with the signal.
 */
export async function readSource(docker: LogDocker, lane: Lane, options: ReadOptions): Promise<void> {
  const { id } = lane.source
  const position = new Position()
  const begin = { tail: options.tail, ...(options.since === undefined ? {} : { since: options.since }) }
  if (options.follow && options.tail === 0) await findEnd(docker, id, position, options)
  while (!options.signal.aborted) {
    lane.become('reading')
    const since = position.since
    position.rewind()
    const part = since === undefined ? begin : { tail: 'all' as const, since }
    await readOnce(
      docker,
      lane,
      position,
      { ...part, follow: options.follow, signal: options.signal },
      options,
    )
    if (lane.gone || !options.resumes || options.signal.aborted) break
    lane.become('paused')
    await lane.more.wait()
  }
  lane.become('ended')
}

/** Where the log ends now: without a line to start from, reading on could not tell old lines from new ones. */
async function findEnd(
  docker: LogDocker,
  id: string,
  position: Position,
  options: ReadOptions,
): Promise<void> {
  const query = { follow: false, tail: 1, signal: options.signal }
  await guard(docker, id, options, async () => {
    for await (const entry of docker.logs(id, query)) position.accept(entry)
  })
}

async function readOnce(
  docker: LogDocker,
  lane: Lane,
  position: Position,
  query: LogOptions,
  options: ReadOptions,
): Promise<void> {
  await guard(docker, lane.source.id, options, async () => {
    for await (const entry of docker.logs(lane.source.id, query)) {
      if (options.signal.aborted) return
      if (!position.accept(entry) || !options.matches(entry.text)) continue
      await lane.push(toLine(lane, entry), entry.stamp)
    }
  })
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

function toLine({ source }: Lane, { time, stream, text }: LogEntry) {
  return { time, service: source.service, container: source.name, index: source.index, stream, text }
}
