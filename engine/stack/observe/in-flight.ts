import type { UpstreamCount } from '../../caddy/admin.ts'

/**
 * Requests and streams in flight on one instance. Streams pass through the lane, which dials the same host with a dot
 * after its name, so Caddy lists them apart; the plain address counts both. See docs/adr/0002-streams-lane.md.
 */
export function countInFlight(
  counts: readonly UpstreamCount[] | undefined,
  address: string,
): { requests?: number; streams?: number } {
  if (!counts) return {}
  const of = (wanted: string) => counts.find((count) => count.address === wanted)?.requests ?? 0
  const streams = of(address.replace(/:(\d+)$/, '.:$1'))
  return { requests: Math.max(0, of(address) - streams), streams }
}
