import type { LogRecord } from '../../contract/logs.ts'
import { Bell } from './bell.ts'
import { Lane } from './lane.ts'
import { pick } from './pick.ts'
import type { LogDocker } from './read-source.ts'
import { Readers } from './readers.ts'
import { Composer } from './record/compose.ts'
import { compileSearch } from './search/expression.ts'
import type { LogQuery, LogSource } from './source.ts'

/** Records that are handed on at a time. */
const BATCH = 512

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
): AsyncGenerator<LogRecord[], void, undefined> {
  const follow = query.follow === true
  const changed = new Bell()
  const ring = () => changed.ring()
  const expression =
    query.grep === undefined
      ? undefined
      : compileSearch({ pattern: query.grep, regex: true, matchCase: true })
  const readers = new Readers<Lane>(docker, {
    follow,
    matches: expression && ((text) => expression.test(text)),
    query,
    sinkFor: (source) => new Lane(source, ring),
    changed: ring,
  })
  const { signal, sinks: lanes } = readers
  const composer = new Composer(query)
  let batch: LogRecord[] = []
  signal.addEventListener('abort', ring)
  try {
    const since = query.since === undefined ? {} : { since: query.since }
    readers.start(sources, () => ({ tail: query.tail ?? 'all', ...since }))
    while (!signal.aborted) {
      const { busy } = readers
      const next = pick(lanes.values(), follow, performance.now())
      if ('lane' in next) {
        const record = composer.next(next.lane)
        if (record !== undefined) batch.push(record)
      }
      if (batch.length > 0 && (!('lane' in next) || batch.length === BATCH)) {
        yield batch
        batch = []
      } else if ('lane' in next) continue
      else if (next.wait === undefined && !busy) return
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
