import type { Pool } from '../../../contract/database.ts'

/** A pool of so many connections an instance, over one to ten instances, where PostgreSQL takes 97. */
export function pool(size: number, { others = 0 }: { readonly others?: number } = {}): Pool {
  const available = 97
  const projection = Array.from({ length: 10 }, (_, at) => {
    const connections = (at + 1) * size + others
    const rollout = connections + size
    const [fits, rolloutFits] = [connections <= available, rollout <= available]
    return { scale: at + 1, connections, fits, rollout, rolloutFits }
  })
  return {
    size,
    source: 'environment',
    variable: 'DATABASE_POOL_MAX',
    available,
    others,
    projection,
    breaksAt: projection.find(({ fits }) => !fits)?.scale ?? null,
    rolloutBreaksAt: projection.find(({ rolloutFits }) => !rolloutFits)?.scale ?? null,
    text: 'in a sentence',
  }
}
