import type { CallOutput, CallParams } from '../../contract/calls.ts'
import type { LogBatch, LogRecord } from '../../contract/logs.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { readLogs } from '../logs/read.ts'
import type { View } from '../logs/view.ts'
import { isMeant } from '../names/match.ts'
import { loadProject } from '../project/load.ts'
import { eventSource } from './event-source.ts'
import type { Host } from './host.ts'
import { findSources, watchSources } from './log-sources.ts'

/** Records of the named services and instances in time order; with `follow`, of those that come later too. */
export async function* readProjectLogs(
  host: Host,
  input: StreamParams<'logs.read'>,
  signal: AbortSignal,
): AsyncGenerator<LogRecord[]> {
  const { docker } = await host.connect()
  const { directory, names, follow, tail, since, grep, level, request, events, plain } = input
  const { name: project } = await loadProject(directory, { environment: host.environment })
  const happenings =
    follow && events ? [eventSource(host, docker, { directory, project }, { names, signal })] : []
  yield* readLogs(docker, [...(await findSources(docker, project, names)), ...happenings], {
    follow,
    tail,
    signal,
    plain,
    level,
    request,
    ...(since === undefined ? {} : { since }),
    ...(grep === undefined ? {} : { grep }),
    watchSources: async function* (until) {
      for await (const sources of watchSources(docker, project, names, until))
        yield [...sources, ...happenings]
    },
  })
}

/** Records for a screen, which may name what does not exist yet. */
export function followProjectLogs(
  host: Host,
  { directory, names, tail, filter, after }: StreamParams<'logs.follow'>,
  signal: AbortSignal,
): AsyncGenerator<LogBatch> {
  return host.logs.use(host, directory, (logs) =>
    logs.follow({ ...viewOf(names, filter), tail, after, signal }),
  )
}

/** What is in the ring, as pieces of a file. */
export function exportProjectLogs(
  host: Host,
  { directory, names, filter, format, from, to }: StreamParams<'logs.export'>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  return host.logs.use(host, directory, (logs) =>
    logs.export({ ...viewOf(names, filter), format, from, to, signal }),
  )
}

/** Matches in the ring. */
export async function searchProjectLogs(
  host: Host,
  { directory, names, filter, limit, before, after }: CallParams<'logs.search'>,
  signal: AbortSignal = new AbortController().signal,
): Promise<CallOutput<'logs.search'>> {
  const found = host.logs.use(host, directory, async function* (logs) {
    yield await logs.search({ ...viewOf(names, filter), limit, before, after, signal })
  })
  for await (const one of found) return one
  return { matches: [], total: 0, earlier: 0, later: 0, searched: 0, oldest: null }
}

function viewOf(names: readonly string[], filter: View['filter']): View {
  return { filter, wants: (origin) => names.length === 0 || names.some((name) => isMeant(name, origin)) }
}
