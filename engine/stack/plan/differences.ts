import type { Difference } from '../../../contract/drift.ts'
import type { Observation } from '../observe/observation.ts'
import { APP, CADDY } from '../roles.ts'
import type { Wanted } from '../want/wanted.ts'
import { driftOf } from './services.ts'

/**
 * Where a running stack is not what the project's files say, service by service. Who was stopped or died is what the files
 * say, only not running: that is no difference. Pure.
 *
 * @param reload whether Caddy's running configuration differs from the Caddyfile
 */
export function findDifferences(seen: Observation, wanted: Wanted, reload: boolean): Difference[] {
  const found: Difference[] = []
  for (const service of [CADDY, APP, ...others(wanted)]) {
    const containers =
      service === APP ? seen.instances.map(({ container }) => container) : (seen.services[service] ?? [])
    const causes = containers.flatMap((container) => driftOf(container, wanted, service))
    for (const what of new Set(causes)) found.push({ service, what })
    if (service === APP) {
      const there = containers.length
      const { replicas } = wanted.app
      if (there !== replicas) found.push({ service, what: `scale ${there} -> ${replicas}` })
    } else if (containers.length === 0) found.push({ service, what: 'has no container yet' })
    if (service === CADDY && reload) found.push({ service, what: 'Caddyfile changed' })
  }
  return found
}

function others({ project }: Wanted): string[] {
  return Object.keys(project.services)
    .filter((name) => name !== APP && name !== CADDY)
    .sort()
}
