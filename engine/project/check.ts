import type { Service } from './model.ts'
import type { Problems } from './problems.ts'
import type { MapNode } from './yaml/node.ts'

interface Declared {
  /** Services that run, by name. */
  readonly services: ReadonlyMap<string, Service>
  /** Services that no active profile asks for. */
  readonly inactive: ReadonlySet<string>
  readonly networks: ReadonlySet<string>
  readonly volumes: ReadonlySet<string>
}

/** Checks what services say of each other and of networks and volumes: references, mount targets and cycles. */
export function checkReferences(declared: Declared, nodes: MapNode, problems: Problems): void {
  for (const service of declared.services.values()) {
    const node = nodes.entries.get(service.name)?.value ?? nodes
    const at = (key: string) => (node.kind === 'map' ? node.entries.get(key)?.value : undefined) ?? node
    for (const name of Object.keys(service.networks))
      if (!declared.networks.has(name))
        problems.add(at('networks'), `names the network ${name}, which is not declared`)
    for (const mount of service.mounts)
      if (mount.type === 'volume' && mount.source !== '' && !declared.volumes.has(mount.source))
        problems.add(
          at('volumes'),
          `names the volume ${mount.source}, which is not declared`,
          'Declare it under "volumes:".',
        )
    for (const [name, { required }] of Object.entries(service.dependsOn))
      if (!declared.services.has(name) && !(required === false && declared.inactive.has(name)))
        problems.add(
          at('depends_on'),
          `names the service ${name}, which does not exist or is in no active profile`,
        )
    const targets = new Set(service.tmpfs.map((entry) => entry.split(':', 1)[0]))
    for (const { target } of service.mounts)
      if (targets.has(target)) problems.add(at('volumes'), `mounts ${target}, which is a tmpfs too`)
  }
  const cycle = findCycle(declared.services)
  if (cycle !== undefined)
    problems.add(nodes.entries.get(cycle[0] ?? '')?.value ?? nodes, `waits for itself: ${cycle.join(' -> ')}`)
}

/** The first circle of dependencies, its start repeated at its end. */
export function findCycle(services: ReadonlyMap<string, Service>): string[] | undefined {
  const finished = new Set<string>()
  const visit = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (finished.has(name)) return undefined
    for (const next of Object.keys(services.get(name)?.dependsOn ?? {}).sort()) {
      const cycle = visit(next, [...path, name])
      if (cycle !== undefined) return cycle
    }
    finished.add(name)
    return undefined
  }
  for (const name of [...services.keys()].sort()) {
    const cycle = visit(name, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}
