import type { LogLine } from '../../contract/models.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { readAccessLog } from '../caddy/access-log.ts'
import type { Docker } from '../docker/gateway.ts'
import { readLogs } from '../logs/read.ts'
import type { LogSource } from '../logs/source.ts'
import { matchNames } from '../names/match.ts'
import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { CADDY } from '../stack/roles.ts'
import { listMembers, type Member } from './containers.ts'
import type { Host } from './host.ts'

/** Log lines of the named services and instances in time order; with `follow`, of those that come later too. */
export async function* readProjectLogs(
  host: Host,
  input: StreamParams<'logs.read'>,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { docker } = await host.connect()
  const { name: project } = await loadProject(input.directory, { environment: host.environment })
  const { names, follow, tail, since, grep } = input
  const sources = withAccessLogs(docker, matchNames(names, await listMembers(docker, project), project))
  yield* readLogs(docker, sources, {
    follow,
    tail,
    signal,
    ...(since === undefined ? {} : { since }),
    ...(grep === undefined ? {} : { grep }),
    watchSources: (until) => watchSources(docker, project, names, until),
  })
}

/** What the names mean now, and again after every event that starts, creates or removes a container. */
async function* watchSources(
  docker: Docker,
  project: string,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly LogSource[]> {
  for await (const event of docker.events([`${LABELS.project}=${project}`], signal)) {
    const matters = event.kind === 'connected' || (event.kind === 'container' && CHANGES.has(event.action))
    if (!matters) continue
    const members = await listMembers(docker, project)
    // A name that means nothing any more means nothing yet: it may come back.
    const known = names.filter((name) =>
      members.some(
        ({ service, index, name: full }) =>
          name === service || name === full || name === `${service}-${index}`,
      ),
    )
    const named = names.length > 0 && known.length === 0 ? [] : matchNames(known, members, project)
    yield withAccessLogs(docker, named)
  }
}

/** Caddy's containers have their access log beside what they write to Docker's. */
function withAccessLogs(docker: Docker, members: readonly Member[]): LogSource[] {
  return members.flatMap((member): LogSource[] =>
    member.service === CADDY
      ? [
          member,
          {
            ...member,
            own: { name: 'access', read: (options) => readAccessLog(docker, member.id, options) },
          },
        ]
      : [member],
  )
}

const CHANGES: ReadonlySet<string> = new Set(['create', 'start', 'die', 'destroy', 'rename'])
