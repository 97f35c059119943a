import type { LogLine } from '../../contract/models.ts'
import { Bell } from './bell.ts'
import { Flow, type FlowSink } from './flow.ts'
import type { RingLimits } from './line-ring.ts'
import type { LogDocker } from './read-source.ts'
import { Readers } from './readers.ts'
import type { LogQuery, LogSource } from './source.ts'

/** Lines that a screen gets at a time: some 400 kB on the wire. */
const BATCH = 2_000
/** What waits for a reader at most: at 20,000 lines a second it may look away for five seconds. */
const LIMITS: RingLimits = { lines: 100_000, bytes: 32 * 1024 * 1024 }

export interface LogBatch {
  readonly lines: LogLine[]
  /** Lines before these that came faster than they were read. */
  readonly skipped: number
}

export interface FollowQuery extends Pick<LogQuery, 'signal' | 'watchSources'> {
  /** Lines per log from its end; less when all together would not fit into the ring. */
  readonly tail: number
  readonly limits?: RingLimits
}

/**
 * The logs of several containers for a screen: the last lines of all in time order at once (an empty batch where there
 * are none), then those that come, every 50 ms and in order within 100 ms. A container that restarts is read on without
 * a lost or doubled line. A reader that is slower than the containers holds nothing back: it misses the oldest lines of
 * a ring of 100,000 lines or 32 MB, and is told how many. Ends quietly with the signal; throws what reading throws.
 */
export async function* followLogs(
  docker: LogDocker,
  sources: readonly LogSource[],
  { tail, limits = LIMITS, ...query }: FollowQuery,
): AsyncGenerator<LogBatch, void, undefined> {
  const changed = new Bell()
  const ring = () => changed.ring()
  const flow = new Flow(limits, ring)
  const caughtUp = flow.expect(sources.length)
  const readers = new Readers<FlowSink>(docker, {
    follow: true,
    matches: () => true,
    query,
    sinkFor: (source) => flow.sinkFor(source),
    changed: ring,
  })
  const { signal, sinks } = readers
  const share = Math.floor(limits.lines / Math.max(1, sources.length))
  let first = true
  signal.addEventListener('abort', ring)
  try {
    readers.start(sources, () => ({ tail: Math.min(tail, share), caughtUp }))
    while (!signal.aborted) {
      const { busy } = readers
      if (flow.ring.size > 0 || (first && flow.caughtUp)) {
        first = false
        yield flow.ring.take(BATCH)
      } else if (!busy && flow.idle) return
      else await changed.wait()
      for (const [key, sink] of sinks) if (sink.gone && sink.state === 'ended') sinks.delete(key)
    }
  } finally {
    signal.removeEventListener('abort', ring)
    flow.close()
    await readers.close()
  }
}
