import type { Verdict } from '../../caddy/gate.ts'
import type { Container } from '../../docker/gateway.ts'
import type { ObservedInstance } from './observation.ts'

/** How long after its start an instance that does not answer yet counts as starting. Milliseconds. */
const STARTING = 30_000

/** Says how an instance is, and why, from what Docker and the gate report. */
export function judge(
  container: Container,
  verdict: Verdict | undefined,
  now: number,
): Pick<ObservedInstance, 'health' | 'reason'> {
  if (container.state !== 'running') return { health: 'unknown', reason: stateReason(container) }
  if (!verdict) return { health: 'unknown', reason: 'Caddy cannot be asked' }
  if (verdict.healthy) return { health: 'healthy', reason: '' }
  const young = now - (container.startedAt ?? 0) < STARTING
  if (young && !verdict.answers) return { health: 'starting', reason: verdict.reason }
  return { health: 'unhealthy', reason: verdict.reason }
}

function stateReason(container: Container): string {
  if (container.oomKilled) return 'was killed for using too much memory'
  switch (container.state) {
    case 'exited':
    case 'dead':
      return container.error || `exited with code ${container.exitCode}`
    case 'restarting':
      return `exited with code ${container.exitCode}, Docker is starting it again`
    case 'created':
      return container.error || 'was never started'
    case 'paused':
      return 'is paused'
    default:
      return `is ${container.state}`
  }
}
