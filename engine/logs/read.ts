import { ShoalError } from '../../contract/errors.ts'
import type { LogLine } from '../../contract/models.ts'
import { Bell } from './bell.ts'
import { Lane } from './lane.ts'
import { pick } from './pick.ts'
import type { LogDocker } from './read-source.ts'
import { Readers } from './readers.ts'
import type { LogQuery, LogSource } from './source.ts'

/**
 * The logs of several containers as one, in the order of Docker's stamps: exactly without `follow`, within 100 ms with
 * it. A container that restarts is read on without a lost or doubled line. Memory is bounded (256 lines a log): a
 * slow reader holds Docker back. Ends quietly with the signal; every stream is closed on every way out.
 * Throws `usage` for a malformed expression, and what reading throws.
 */
export async function* readLogs(
  docker: LogDocker,
  sources: readonly LogSource[],
  query: LogQuery,
): AsyncGenerator<LogLine, void, undefined> {
  const follow = query.follow === true
  const changed = new Bell()
  const ring = () => changed.ring()
  const readers = new Readers<Lane>(docker, {
    follow,
    matches: compileFilter(query.grep),
    query,
    sinkFor: (source) => new Lane(source, ring),
    changed: ring,
  })
  const { signal, sinks: lanes } = readers
  signal.addEventListener('abort', ring)
  try {
    const since = query.since === undefined ? {} : { since: query.since }
    readers.start(sources, () => ({ tail: query.tail ?? 'all', ...since }))
    while (!signal.aborted) {
      const { busy } = readers
      const next = pick(lanes.values(), follow, performance.now())
      if ('lane' in next) {
        const line = next.lane.shift()
        if (line !== undefined) yield line
      } else if (next.wait === undefined && !busy) return
      else await changed.wait(next.wait)
      forget(lanes)
    }
  } finally {
    signal.removeEventListener('abort', ring)
    await readers.close()
  }
}

function forget(lanes: Map<string, Lane>): void {
  for (const [id, lane] of lanes)
    if (lane.gone && lane.state === 'ended' && lane.head === undefined) lanes.delete(id)
}

function compileFilter(grep: string | undefined): (text: string) => boolean {
  if (grep === undefined) return () => true
  try {
    const expression = new RegExp(grep)
    return (text) => expression.test(text)
  } catch (error) {
    throw new ShoalError(
      'usage',
      `The regular expression "${grep}" is malformed; no log was read.`,
      'Put a backslash before characters that are meant literally.',
      { cause: error },
    )
  }
}
