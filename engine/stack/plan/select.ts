import { ShoalError } from '../../../contract/errors.ts'
import type { Container } from '../../docker/gateway.ts'
import type { Observation, ObservedInstance } from '../observe/observation.ts'
import { APP } from '../roles.ts'

/** What the names of a command stand for. */
export interface Selection {
  readonly instances: readonly ObservedInstance[]
  /** Containers of other services. */
  readonly services: readonly { service: string; container: Container }[]
}

/**
 * Resolves services (`app`), instances (`app-2`) and container names. No name stands for everything.
 * Throws `unknown-name`.
 */
export function select(seen: Observation, names: readonly string[]): Selection {
  const services = Object.entries(seen.services).flatMap(([service, containers]) =>
    containers.map((container) => ({ service, container })),
  )
  if (names.length === 0) return { instances: seen.instances, services }
  const instances = new Set<ObservedInstance>()
  const others = new Set<(typeof services)[number]>()
  for (const name of names) {
    const ours = seen.instances.filter(
      ({ index, container }) => name === APP || name === `${APP}-${index}` || name === container.name,
    )
    const theirs = services.filter(({ service, container }) => name === service || name === container.name)
    if (ours.length + theirs.length === 0) throw unknownName(name, seen)
    for (const instance of ours) instances.add(instance)
    for (const service of theirs) others.add(service)
  }
  return { instances: [...instances], services: [...others] }
}

function unknownName(name: string, seen: Observation): ShoalError {
  const known = [
    ...(seen.instances.length > 0 ? [APP] : []),
    ...Object.keys(seen.services),
    ...seen.instances.map(({ index }) => `${APP}-${index}`),
  ]
  return new ShoalError(
    'unknown-name',
    `There is no service or instance "${name}" in this project; nothing was changed.`,
    known.length > 0 ? `There are: ${known.join(', ')}.` : 'Nothing was started yet: shoal up',
  )
}
