import type { Database, Pool } from '../../contract/database.ts'
import type { Warning } from '../../contract/stats.ts'

/** Shares of the connections that instances can have: from the first on it is told, below the second no more. */
const HIGH = 0.9
const LOW = 0.8

export interface DatabaseFacts {
  readonly at: number
  readonly container: string
  readonly service: string
  readonly connections: NonNullable<Database['connections']>
  readonly pool: Pool
  /** How many instances run. */
  readonly scale: number
}

/** Tells when the database's connections run out, or would. Keeps since when. */
export class Scarce {
  private readonly since = new Map<string, number>()

  look(facts: DatabaseFacts): Warning[] {
    const { at, container: name, service } = facts
    return [this.used(facts), this.asked(facts)].flatMap(({ kind, text, hint }): Warning[] => {
      if (text === undefined) {
        this.since.delete(kind)
        return []
      }
      const since = this.since.get(kind) ?? at
      this.since.set(kind, since)
      return [{ kind, name, service, index: 0, text, hint, since }]
    })
  }

  private used({ connections: { used, max, reserved } }: DatabaseFacts) {
    const share = used / Math.max(1, max - reserved)
    const much = share >= (this.since.has('connections') ? LOW : HIGH)
    return {
      kind: 'connections' as const,
      text: much ? `${used} of the ${max - reserved} connections are taken.` : undefined,
      hint: 'Run fewer instances, make their pools smaller, or raise max_connections.',
    }
  }

  private asked({ pool, scale }: DatabaseFacts) {
    const text = tooMany(pool, scale) ?? tooManyInRollout(pool, scale)
    return { kind: 'pool' as const, text, hint: POOL_HINT }
  }
}

export const POOL_HINT =
  'Make the pool of each instance smaller, raise max_connections, or put a pooler in between.'

/** That a number of instances is too many for the database; undefined when it is not, or nobody knows. */
export function tooMany(pool: Pool, scale: number): string | undefined {
  const projected = pool.projection.find((one) => one.scale === scale)
  if (!projected || projected.fits) return undefined
  return `${several(pool, scale)} can need ${projected.connections} connections; PostgreSQL has ${pool.available}.`
}

function tooManyInRollout(pool: Pool, scale: number): string | undefined {
  const projected = pool.projection.find((one) => one.scale === scale)
  if (!projected || projected.rolloutFits) return undefined
  return `A rollout of ${several(pool, scale)} can need ${projected.rollout} connections; PostgreSQL has ${pool.available}.`
}

function several({ size }: Pool, scale: number): string {
  return `${scale} ${scale === 1 ? 'instance' : 'instances'} with up to ${size} connections each`
}
