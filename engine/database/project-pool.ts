import type { Pool, Projected } from '../../contract/database.ts'

export interface PoolFacts {
  /** What the app's environment says, where it does. */
  readonly configured: { readonly size: number; readonly variable: string } | undefined
  /** The most connections that one instance was seen with; 0 when none was. */
  readonly observed: number
  /** Connections that instances can share. */
  readonly available: number
  /** Connections that are no instance's. */
  readonly others: number
  /** The slider's end. */
  readonly max: number
}

/**
 * How many connections each scale of the slider asks for, and from where on that is too many. A rollout starts new instances
 * in spare slots, a quarter of the scale at a time, beside those they replace; without a spare slot they take turns.
 */
export function projectPool({ configured, observed, available, others, max }: PoolFacts): Pool {
  const size = configured?.size ?? (observed > 0 ? observed : null)
  const facts = { available, others, variable: configured?.variable ?? '', size }
  const source = configured ? 'environment' : size === null ? 'unknown' : 'observed'
  if (size === null)
    return { ...facts, source, projection: [], breaksAt: null, rolloutBreaksAt: null, text: UNKNOWN }
  const projection = Array.from({ length: max }, (_, at): Projected => {
    const scale = at + 1
    const connections = scale * size + others
    const spare = Math.min(Math.ceil(scale / 4), max - scale)
    const rollout = connections + spare * size
    return {
      scale,
      connections,
      fits: connections <= available,
      rollout,
      rolloutFits: rollout <= available,
    }
  })
  const breaksAt = projection.find(({ fits }) => !fits)?.scale ?? null
  const rolloutBreaksAt = projection.find(({ rolloutFits }) => !rolloutFits)?.scale ?? null
  const pool = { ...facts, source, projection, breaksAt, rolloutBreaksAt } as const
  return { ...pool, text: sentence(pool, size) }
}

const UNKNOWN =
  'How many connections one instance opens is not known: no variable says so, and none was seen with any.'

function sentence(pool: Omit<Pool, 'text'>, size: number): string {
  const { projection, breaksAt, rolloutBreaksAt, available, source } = pool
  const max = projection.length
  const shown = projection[(breaksAt ?? max) - 1]
  const sum = shown ? sumText(shown, size, pool.others) : ''
  const fit =
    breaksAt === null
      ? `All ${max} instances fit: ${sum} of ${available}.`
      : `${breaksAt === 1 ? 'Not even one instance fits' : `Up to ${breaksAt - 1} fit`}: ${sum} > ${available}.`
  const early = rolloutBreaksAt !== null && rolloutBreaksAt < (breaksAt ?? max + 1)
  return [
    fit,
    early ? `A rollout runs a quarter more for a while, which is too many from ${rolloutBreaksAt} on.` : '',
    source === 'observed' ? `${size} is the most that one instance was seen with; it may open more.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** "10 x 10 + 2 others = 102" */
function sumText({ scale, connections }: Projected, size: number, others: number): string {
  const more = others === 0 ? '' : ` + ${others} ${others === 1 ? 'other' : 'others'}`
  return `${scale} x ${size}${more} = ${connections}`
}
