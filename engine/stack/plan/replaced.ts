import type { Observation } from '../observe/observation.ts'
import { APP } from '../roles.ts'
import type { Step } from './step.ts'

/**
 * Names of the containers that are there now and that a plan removes for others in their place, sorted: an instance for
 * one of the same name, another service's for any of that service.
 */
export function replacedContainers(seen: Observation, steps: readonly Step[]): string[] {
  const removed = new Set(steps.flatMap(({ verb, target }) => (verb === 'remove' ? [target] : [])))
  const created = steps.flatMap((step) =>
    step.verb === 'create' ? [{ target: step.target, service: step.service }] : [],
  )
  const instances = seen.instances.flatMap(({ container: { name } }) =>
    created.some(({ target, service }) => service === APP && target === name) ? [name] : [],
  )
  const others = Object.entries(seen.services).flatMap(([service, containers]) =>
    created.some((one) => one.service === service) ? containers.map(({ name }) => name) : [],
  )
  return [...instances, ...others].filter((name) => removed.has(name)).sort()
}
