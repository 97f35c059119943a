import type { LogLine } from '../../contract/models.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { followLogs, type LogBatch } from '../logs/follow.ts'
import { readLogs } from '../logs/read.ts'
import { loadProject } from '../project/load.ts'
import type { Host } from './host.ts'
import { findKnownSources, findSources, watchSources } from './log-sources.ts'

/** Log lines of the named services and instances in time order; with `follow`, of those that come later too. */
export async function* readProjectLogs(
  host: Host,
  input: StreamParams<'logs.read'>,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { docker } = await host.connect()
  const { name: project } = await loadProject(input.directory, { environment: host.environment })
  const { names, follow, tail, since, grep } = input
  yield* readLogs(docker, await findSources(docker, project, names), {
    follow,
    tail,
    signal,
    ...(since === undefined ? {} : { since }),
    ...(grep === undefined ? {} : { grep }),
    watchSources: (until) => watchSources(docker, project, names, until),
  })
}

/** Log lines for a screen, which may name what does not exist yet. */
export async function* followProjectLogs(
  host: Host,
  { directory, names, tail }: StreamParams<'logs.follow'>,
  signal: AbortSignal,
): AsyncGenerator<LogBatch> {
  const { docker } = await host.connect()
  const { name: project } = await loadProject(directory, { environment: host.environment })
  yield* followLogs(docker, await findKnownSources(docker, project, names), {
    tail,
    signal,
    watchSources: (until) => watchSources(docker, project, names, until),
  })
}
