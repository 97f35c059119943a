import type { Happening } from '../../contract/happenings.ts'
import type { Standing } from './standing.ts'

type Fact = Pick<Happening, 'kind' | 'level' | 'text'> & { readonly at?: number | null | undefined }

/**
 * What happened between two looks at a project's containers, in the order in which it must have happened to each. Deaths are
 * not among it: Docker's events know their moment and exit code (`deathOf`). Pure.
 * @param at the moment of the second look, for what has no stamp of its own
 */
export function changesBetween(
  before: readonly Standing[],
  after: readonly Standing[],
  at: number,
): Happening[] {
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id))
  return [
    ...gone.flatMap((standing) =>
      told(standing, at, [{ kind: 'removed', level: 'info', text: 'was removed' }]),
    ),
    ...after.flatMap((standing) =>
      told(
        standing,
        at,
        changesOf(
          before.find(({ id }) => id === standing.id),
          standing,
        ),
      ),
    ),
  ]
}

function changesOf(before: Standing | undefined, after: Standing): Fact[] {
  return [
    ...(before === undefined ? [{ kind: 'created', level: 'info', text: 'was created' } as const] : []),
    ...starts(before, after),
    ...health(before, after),
    ...rotation(before, after),
  ]
}

/** A container that Docker's restart policy started again tells how often that was, and how often it may be. */
function starts(before: Standing | undefined, after: Standing): Fact[] {
  const { restarts = 0, maximumRestarts, startedAt } = after
  if (before !== undefined && restarts > (before.restarts ?? 0)) {
    const most = maximumRestarts ? ` of ${maximumRestarts}` : ''
    const text = `was started again by Docker (restart ${restarts}${most})`
    return [{ kind: 'restarted', level: 'warn', text, at: startedAt }]
  }
  const runs = after.state === 'running'
  const again = before?.startedAt != null && startedAt != null && startedAt > before.startedAt
  const isNew = runs && (before?.state !== 'running' || again)
  return isNew ? [{ kind: 'started', level: 'info', text: 'started', at: startedAt }] : []
}

function health(before: Standing | undefined, after: Standing): Fact[] {
  if (after.health === before?.health) return []
  if (after.health === 'unhealthy') {
    const why = after.reason ? `: ${after.reason}` : ''
    return [{ kind: 'probe-failed', level: 'error', text: `failed its health check${why}` }]
  }
  if (after.health !== 'healthy') return []
  const again = before?.health === 'unhealthy'
  return [{ kind: 'healthy', level: 'info', text: again ? 'is healthy again' : 'is healthy' }]
}

function rotation(before: Standing | undefined, after: Standing): Fact[] {
  if (after.inRotation && !before?.inRotation)
    return [{ kind: 'joined', level: 'info', text: 'joined the rotation' }]
  if (!before?.inRotation || after.inRotation) return []
  const why = after.reason ? `: ${after.reason}` : ''
  const sick = after.health === 'unhealthy' || after.state !== 'running'
  return [{ kind: 'left', level: sick ? 'warn' : 'info', text: `left the rotation${why}` }]
}

function told({ service, name, index, id }: Standing, at: number, facts: readonly Fact[]): Happening[] {
  return facts.map(({ at: own, ...fact }) => ({
    ...fact,
    at: own ?? at,
    service,
    container: name,
    index,
    id,
  }))
}
