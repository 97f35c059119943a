import type { Container } from '../../docker/gateway.ts'
import type { Service } from '../../project/model.ts'
import { containerName } from '../../project/names.ts'
import type { Observation } from '../observe/observation.ts'
import { APP, CADDY } from '../roles.ts'
import { findDrift, IMAGE_CHANGED } from '../want/drift.ts'
import type { Wanted } from '../want/wanted.ts'
import type { PlanBuilder } from './builder.ts'
import type { Prerequisites } from './resources.ts'
import { isAlive } from './stopping.ts'

/** For each service, the ids of the steps after which it is up as its dependants ask for it. */
export type Ready = Record<string, { started?: string; healthy?: string; completed?: string }>

/** Services besides the app and Caddy, one container each, in the order of their dependencies. */
export function planServices(
  plan: PlanBuilder,
  seen: Observation,
  wanted: Wanted,
  cause: string,
  needs: Prerequisites,
): Ready {
  const ready: Ready = {}
  const pending = new Set(
    Object.keys(wanted.project.services).filter((name) => name !== APP && name !== CADDY),
  )
  const planOne = (name: string) => {
    pending.delete(name)
    const service = wanted.project.services[name]
    if (!service) return
    for (const dependency of Object.keys(service.dependsOn)) if (pending.has(dependency)) planOne(dependency)
    ready[name] = planService(
      plan,
      seen,
      wanted,
      service,
      cause,
      needs[name] ?? [],
      dependencySteps(service, ready),
    )
  }
  for (const name of [...pending].sort()) if (pending.has(name)) planOne(name)
  return ready
}

/** The steps that a service's `depends_on` makes it wait for. */
export function dependencySteps(service: Service, ready: Ready): (string | undefined)[] {
  return Object.entries(service.dependsOn).map(([name, { condition }]) => {
    const steps = ready[name]
    if (condition === 'service_healthy') return steps?.healthy
    if (condition === 'service_completed_successfully') return steps?.completed
    return steps?.started
  })
}

function planService(
  plan: PlanBuilder,
  seen: Observation,
  wanted: Wanted,
  service: Service,
  cause: string,
  needs: readonly string[],
  dependencies: readonly (string | undefined)[],
): Ready[string] {
  const name = containerName(wanted.project.name, service.name, 1)
  const [container, ...surplus] = seen.services[service.name] ?? []
  for (const extra of surplus) planRemoval(plan, extra, service, 'one container is enough')
  const drift = container ? driftOf(container, wanted, service.name) : []

  let before: string | undefined
  if (container && drift.length > 0) before = planRemoval(plan, container, service, drift.join('; '))
  const reason = drift.length > 0 ? drift.join('; ') : cause
  let started: string | undefined
  if (!container || drift.length > 0) {
    const created = plan.add({ verb: 'create', service: service.name, index: 1 }, name, reason, [
      ...needs,
      before,
    ])
    started = plan.add({ verb: 'start' }, name, reason, [created, ...dependencies])
  } else if (container.state !== 'running') {
    if (container.state === 'exited' && container.exitCode === 0 && isOneShot(service, wanted)) return {}
    started = plan.add({ verb: 'start' }, container.name, `it is ${container.state}`, dependencies)
  } else if (container.health !== 'starting') return {}

  return planWaits(plan, container?.name ?? name, service, wanted, reason, started)
}

function planWaits(
  plan: PlanBuilder,
  name: string,
  service: Service,
  wanted: Wanted,
  cause: string,
  started: string | undefined,
): Ready[string] {
  const conditions = Object.values(wanted.project.services).map(
    (other) => other.dependsOn[service.name]?.condition,
  )
  const hasCheck = service.healthcheck !== undefined && service.healthcheck.test[0] !== 'NONE'
  const wait = (condition: 'healthy' | 'completed') =>
    plan.add({ verb: 'wait-healthy', condition }, name, cause, [started])
  return {
    ...(started ? { started } : {}),
    ...(hasCheck ? { healthy: wait('healthy') } : {}),
    ...(conditions.includes('service_completed_successfully') ? { completed: wait('completed') } : {}),
  }
}

/**
 * Whether a service is there to run to its end: another one waits for that. `restart: no` alone does not tell, since it is
 * Compose's default and a database that was stopped exits with 0 as well.
 */
export function isOneShot({ name }: Pick<Service, 'name'>, wanted: Wanted): boolean {
  return Object.values(wanted.project.services).some(
    ({ dependsOn }) => dependsOn[name]?.condition === 'service_completed_successfully',
  )
}

/** Why a service's container must be replaced; its image counts when it is about to be built anew. */
export function driftOf(container: Container, wanted: Wanted, service: string): string[] {
  const spec = wanted.specs[service]
  if (!spec) return []
  const build = wanted.builds[service]
  const causes = findDrift(container, spec, wanted.images[service])
  return build ? [build, ...causes.filter((cause) => cause !== IMAGE_CHANGED)] : causes
}

/** Stops a container where it runs, and removes it. Returns the last step's id. */
export function planRemoval(
  plan: PlanBuilder,
  container: Container,
  service: Pick<Service, 'stopGracePeriod'>,
  cause: string,
  after: readonly (string | undefined)[] = [],
): string {
  const stopped = isAlive(container)
    ? plan.add({ verb: 'stop', grace: service.stopGracePeriod }, container.name, cause, after)
    : undefined
  return plan.add({ verb: 'remove' }, container.name, cause, stopped ? [stopped] : after)
}
