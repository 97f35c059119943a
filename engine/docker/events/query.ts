import type { Client } from '../client.ts'
import { ACTIONS } from './to-event.ts'

interface Span {
  /** Milliseconds since the epoch. */
  readonly since?: number | undefined
  /** The stream ends there by itself. */
  readonly until?: number
}

/** What to ask the engine's events for. Podman matches the filter with its own words for actions, so there it is left out. */
export function eventQuery(
  client: Pick<Client, 'podman'>,
  labels: readonly string[],
  { since, until }: Span,
): Record<string, unknown> {
  const actions = client.podman ? {} : { event: ACTIONS }
  return {
    filters: { type: ['container'], label: labels, ...actions },
    ...(since === undefined ? {} : { since: seconds(since) }),
    ...(until === undefined ? {} : { until: seconds(until) }),
  }
}

function seconds(time: number): string {
  return (time / 1000).toFixed(3)
}
