import type { Instance, ServiceStatus, Snapshot, StackState, Work } from '../../contract/models.ts'
import type { Container, EngineAbout } from '../docker/gateway.ts'
import type { Observation, ObservedInstance } from './observe/observation.ts'
import { publicPort, publishedPort } from './plan/caddy.ts'
import { driftOf, isOneShot } from './plan/services.ts'
import { APP, CADDY } from './roles.ts'
import type { Wanted } from './want/wanted.ts'

const ENDED: ReadonlySet<Container['state']> = new Set(['exited', 'dead', 'restarting'])

/** What the contract shows of an observation. Pure. */
export function toSnapshot(
  seen: Observation,
  wanted: Wanted,
  about: EngineAbout,
  work: Work | null = null,
): Snapshot {
  const port = seen.caddy.container ? publishedPort(seen.caddy.container) : publicPort(wanted)
  const instances = seen.instances.map((instance) => toInstance(instance, wanted))
  return {
    project: wanted.project.name,
    directory: wanted.project.directory,
    state: stateOf(seen, wanted),
    url: port === null || !seen.caddy.container ? null : urlOf(port),
    port,
    scale: { wanted: wanted.app.replicas, max: seen.caddy.balance?.addresses.length ?? wanted.slots },
    instances,
    services: servicesOf(seen, wanted, instances),
    engine: { name: about.name, version: about.version, host: about.host },
    caddy: seen.caddy.state,
    work,
    at: seen.at,
  }
}

/** Where a public port is opened in a browser. */
export function urlOf(port: number): string {
  return port === 80 ? 'http://localhost' : `http://localhost:${port}`
}

function toInstance(instance: ObservedInstance, wanted: Wanted): Instance {
  const { container, index, health, allowed, resting, requests, streams } = instance
  return {
    name: container.name,
    index,
    id: container.id,
    state: container.state,
    health,
    reason: reasonOf(instance),
    inRotation: allowed === true && health === 'healthy' && !resting,
    inFlight: requests ?? null,
    streams: streams ?? null,
    startedAt: container.state === 'running' ? (container.startedAt ?? null) : null,
    exitCode: ENDED.has(container.state) ? container.exitCode : null,
    restarts: container.restarts,
    ...(container.maximumRestarts ? { maximumRestarts: container.maximumRestarts } : {}),
    current: driftOf(container, wanted, APP).length === 0,
  }
}

/** Why an instance is not healthy, or gets no requests although it is. */
function reasonOf({ health, reason, allowed, resting }: ObservedInstance): string {
  if (health !== 'healthy') return reason
  if (allowed === false) return 'is kept out of the rotation'
  return resting ? 'failed a request, so Caddy leaves it alone for a moment' : reason
}

function stateOf(seen: Observation, wanted: Wanted): StackState {
  const containers = [
    ...seen.instances.map(({ container }) => container),
    ...Object.values(seen.services).flat(),
  ]
  if (containers.length === 0) return 'down'
  const running = (container: Container | undefined) => container?.state === 'running'
  if (!containers.some(running)) return 'stopped'
  const services = Object.values(wanted.project.services).every(({ name }) => {
    if (name === APP)
      return seen.instances.filter(({ container }) => running(container)).length >= wanted.app.replicas
    const list = seen.services[name] ?? []
    const finished = list.some(({ state, exitCode }) => state === 'exited' && exitCode === 0)
    return list.some(running) || (finished && isOneShot({ name }, wanted))
  })
  return services ? 'running' : 'partial'
}

function servicesOf(seen: Observation, wanted: Wanted, instances: readonly Instance[]): ServiceStatus[] {
  const names = [
    ...new Set([CADDY, APP, ...Object.keys(wanted.project.services), ...Object.keys(seen.services)]),
  ]
  return names.map((name) => {
    const containers =
      name === APP ? seen.instances.map(({ container }) => container) : (seen.services[name] ?? [])
    const first = containers.find(({ state }) => state === 'running') ?? containers[0]
    return {
      name,
      state: first?.state ?? 'absent',
      health: name === APP ? appHealth(instances) : serviceHealth(first, name, seen),
      image: wanted.project.services[name]?.image ?? first?.image ?? '',
      containers: containers.map(({ name: container, id, state }) => ({ name: container, id, state })),
    }
  })
}

function appHealth(instances: readonly Instance[]): ServiceStatus['health'] {
  const running = instances.filter(({ state }) => state === 'running')
  if (running.length === 0) return 'unknown'
  for (const health of ['unhealthy', 'starting', 'unknown'] as const)
    if (running.some((instance) => instance.health === health)) return health
  return 'healthy'
}

function serviceHealth(
  container: Container | undefined,
  name: string,
  seen: Observation,
): ServiceStatus['health'] {
  if (container?.state !== 'running') return 'unknown'
  // Caddy's tunnel is a fresher witness than a health check that Docker runs every few seconds.
  if (name === CADDY) return seen.caddy.state === 'answering' ? 'healthy' : 'starting'
  return container.health ?? 'none'
}
