import type { Container } from '../../docker/gateway.ts'
import type { Project } from '../../project/model.ts'

/** Docker's own patience, for a container of a service that the files no longer name. Milliseconds. */
const DEFAULT_GRACE = 10_000

/** Whether a container must be stopped before it can be started or removed. */
export function isAlive({ state }: Pick<Container, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting'
}

/** How long a service's containers may take to stop. Milliseconds. */
export function graceOf({ services }: Project, service: string): number {
  return services[service]?.stopGracePeriod ?? DEFAULT_GRACE
}
