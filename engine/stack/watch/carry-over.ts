import type { Container } from '../../docker/gateway.ts'
import type { ObservedCaddy, ObservedInstance, Sight } from '../observe/observation.ts'

/**
 * What Docker says now, with what Caddy said a moment ago of whatever is still the same process: shown while Caddy takes its
 * time. Pure.
 * @param now a look that did not ask Caddy
 * @param before the last full look
 */
export function carryOver(now: Sight, before: Sight | undefined): Sight {
  const same = before?.caddy.container
  const running = now.caddy.container
  const caddy: ObservedCaddy =
    same && running && isSame(same, running) ? { ...before.caddy, container: running } : now.caddy
  return {
    ...now,
    caddy,
    instances: now.instances.map((instance) => carryInstance(instance, before?.instances)),
  }
}

function carryInstance(now: ObservedInstance, before: readonly ObservedInstance[] = []): ObservedInstance {
  if (now.container.state !== 'running') return now
  const known = before.find(({ container }) => isSame(container, now.container))
  if (known) return { ...known, container: now.container }
  return { ...now, health: 'starting', reason: 'has just started' }
}

/** One process from its start to its end: a restarted container is another. */
function isSame(a: Container, b: Container): boolean {
  return a.id === b.id && a.state === b.state && a.startedAt === b.startedAt
}
