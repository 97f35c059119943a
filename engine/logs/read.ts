import { ShoalError } from '../../contract/errors.ts'
import type { LogLine } from '../../contract/models.ts'
import { Bell } from './bell.ts'
import { Lane } from './lane.ts'
import { pick } from './pick.ts'
import { type LogDocker, type ReadOptions, readSource } from './read-source.ts'
import type { LogQuery, LogSource } from './source.ts'

/**
 * The logs of several containers as one, in the order of Docker's stamps: exactly without `follow`, within 100 ms with
 * it. A container that restarts is read on without a lost or doubled line. Memory is bounded (256 lines a container): a
 * slow reader holds Docker back. Ends quietly with the signal; every stream is closed on every way out.
 * Throws `usage` for a malformed expression, and what reading throws.
 */
export async function* readLogs(
  docker: LogDocker,
  sources: readonly LogSource[],
  query: LogQuery,
): AsyncGenerator<LogLine, void, undefined> {
  const follow = query.follow === true
  const matches = compileFilter(query.grep)
  const end = new AbortController()
  const signal = query.signal === undefined ? end.signal : AbortSignal.any([query.signal, end.signal])
  const changed = new Bell()
  const ring = () => changed.ring()
  const lanes = new Map<string, Lane>()
  const running = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined

  const run = (work: Promise<void>) => {
    const watched: Promise<void> = work
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => {
        running.delete(watched)
        ring()
      })
    running.add(watched)
  }
  const options = { follow, matches, signal, resumes: follow && query.watchSources !== undefined }
  const open = (source: LogSource, begin: Pick<ReadOptions, 'tail' | 'since'>) => {
    const lane = new Lane(source, ring)
    lanes.set(source.id, lane)
    run(readSource(docker, lane, { ...options, ...begin }))
  }
  const watch = async (watchSources: NonNullable<LogQuery['watchSources']>) => {
    for await (const current of watchSources(signal)) update(lanes, current, open)
    update(lanes, [], open)
  }

  signal.addEventListener('abort', ring)
  try {
    const since = query.since === undefined ? {} : { since: query.since }
    for (const source of sources) open(source, { tail: query.tail ?? 'all', ...since })
    if (follow && query.watchSources !== undefined) run(watch(query.watchSources))
    while (!signal.aborted) {
      if (failure !== undefined) throw failure.error
      const next = pick(lanes.values(), follow, performance.now())
      if ('lane' in next) {
        const line = next.lane.shift()
        if (line !== undefined) yield line
      } else if (next.wait === undefined && running.size === 0) return
      else await changed.wait(next.wait)
      forget(lanes)
    }
  } finally {
    signal.removeEventListener('abort', ring)
    end.abort()
    for (const lane of lanes.values()) lane.close()
    await Promise.all(running)
  }
}

/** Opens what is new from its beginning, wakes what is still there, and lets what is gone run out. */
function update(
  lanes: ReadonlyMap<string, Lane>,
  current: readonly LogSource[],
  open: (source: LogSource, begin: { tail: 'all' }) => void,
): void {
  const ids = new Set(current.map((source) => source.id))
  for (const lane of lanes.values()) {
    lane.gone = !ids.has(lane.source.id)
    lane.more.ring()
  }
  for (const source of current) if (!lanes.has(source.id)) open(source, { tail: 'all' })
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
