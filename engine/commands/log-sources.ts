import { readAccessLog } from '../caddy/access-log.ts'
import type { Docker } from '../docker/gateway.ts'
import type { LogSource } from '../logs/source.ts'
import { isKnownName, matchNames } from '../names/match.ts'
import { LABELS } from '../project/labels.ts'
import { CADDY } from '../stack/roles.ts'
import { listMembers, type Member } from './containers.ts'

const CHANGES: ReadonlySet<string> = new Set(['create', 'start', 'die', 'destroy', 'rename'])

/** The logs of what the names mean now. Throws `unknown-name` for one that means nothing. */
export async function findSources(
  docker: Docker,
  project: string,
  names: readonly string[],
): Promise<LogSource[]> {
  return withAccessLogs(docker, matchNames(names, await listMembers(docker, project), project))
}

/** The same, without the names that mean nothing now: they may come back. */
export async function findKnownSources(
  docker: Docker,
  project: string,
  names: readonly string[],
): Promise<LogSource[]> {
  const members = await listMembers(docker, project)
  const known = names.filter((name) => isKnownName(name, members))
  const named = names.length > 0 && known.length === 0 ? [] : matchNames(known, members, project)
  return withAccessLogs(docker, named)
}

/** What the names mean now, and again after every event that starts, creates or removes a container. */
export async function* watchSources(
  docker: Docker,
  project: string,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly LogSource[]> {
  for await (const event of docker.events([`${LABELS.project}=${project}`], signal)) {
    const matters = event.kind === 'connected' || (event.kind === 'container' && CHANGES.has(event.action))
    if (matters) yield await findKnownSources(docker, project, names)
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
