import type { Container } from '../../docker/gateway.ts'
import { matchNames } from '../../names/match.ts'
import { parseInstanceLabels } from '../../project/labels.ts'
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
export function select(seen: Observation, names: readonly string[], project: string): Selection {
  const services = Object.entries(seen.services).flatMap(([service, containers]) =>
    containers.map((container) => ({ service, container })),
  )
  const records = [
    ...seen.instances.map((instance) => ({
      name: instance.container.name,
      service: APP,
      index: instance.index,
      instance,
    })),
    ...services.map((entry) => ({
      name: entry.container.name,
      service: entry.service,
      index: parseInstanceLabels(entry.container.labels)?.number ?? 1,
      entry,
    })),
  ]
  const matched = matchNames(names, records, project)
  return {
    instances: matched.flatMap((record) => ('instance' in record ? [record.instance] : [])),
    services: matched.flatMap((record) => ('entry' in record ? [record.entry] : [])),
  }
}
