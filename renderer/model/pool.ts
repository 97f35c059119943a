import type { Pool } from '../../contract/database.ts'

/** What one number of instances asks of PostgreSQL: "10 × 10 + 1 other = 101 connections, PostgreSQL takes 97". Pure. */
export function poolWords({ size, others, available, projection }: Pool, scale: number): string {
  const asked = projection.find((one) => one.scale === scale)
  if (!asked) return ''
  const more = others > 0 ? ` + ${others} ${others === 1 ? 'other' : 'others'}` : ''
  return `${scale} × ${size}${more} = ${asked.connections} connections, PostgreSQL takes ${available}`
}

/** Whether that many instances are more than PostgreSQL has connections for. Pure. */
export function isBeyond(pool: Pool | null, scale: number): boolean {
  const breaks = pool?.breaksAt ?? null
  return breaks !== null && scale >= breaks
}

/** Where the size of the pool stands; of one that was only seen, the pool's own sentence tells. Pure. */
export function sourceWords({ size, source, variable }: Pool): string {
  return source === 'environment' ? `${variable} gives each instance ${size} connections.` : ''
}
