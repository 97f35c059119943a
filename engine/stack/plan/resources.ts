import type { Observation } from '../observe/observation.ts'
import type { Wanted } from '../want/wanted.ts'
import type { PlanBuilder } from './builder.ts'

/** For each service, the ids of the steps that its containers must wait for before they can be created. */
export type Prerequisites = Readonly<Record<string, readonly string[]>>

/** Images, networks and volumes that are missing: pulled, built and created side by side. */
export function planResources(
  plan: PlanBuilder,
  seen: Observation,
  wanted: Wanted,
  services: readonly string[],
): Prerequisites {
  const { project } = wanted
  const byImage = new Map<string, string>()
  const image = (name: string): string | undefined => {
    const service = project.services[name]
    if (!service) return undefined
    const build = wanted.builds[name]
    if (!build && wanted.images[name]) return undefined
    const known = byImage.get(service.image)
    if (known) return known
    const id = build
      ? plan.add({ verb: 'build', service: name }, service.image, build)
      : plan.add({ verb: 'pull', service: name }, service.image, 'image missing')
    byImage.set(service.image, id)
    return id
  }

  const networks = new Map<string, string>()
  const volumes = new Map<string, string>()
  for (const network of Object.values(project.networks))
    if (
      !network.external &&
      !seen.networks.includes(network.name) &&
      isUsed(services, wanted, 'networks', network.key)
    )
      networks.set(
        network.key,
        plan.add({ verb: 'create-network', network: network.key }, network.name, 'network missing'),
      )
  for (const volume of Object.values(project.volumes))
    if (
      !volume.external &&
      !seen.volumes.includes(volume.name) &&
      isUsed(services, wanted, 'volumes', volume.key)
    )
      volumes.set(
        volume.key,
        plan.add({ verb: 'create-volume', volume: volume.key }, volume.name, 'volume missing'),
      )

  return Object.fromEntries(
    services.map((name) => {
      const service = project.services[name]
      const needs = [
        image(name),
        ...Object.keys(service?.networks ?? {}).map((key) => networks.get(key)),
        ...(service?.mounts ?? []).map((mount) =>
          mount.type === 'volume' ? volumes.get(mount.source) : undefined,
        ),
      ]
      return [name, needs.filter((need): need is string => need !== undefined)]
    }),
  )
}

function isUsed(
  services: readonly string[],
  wanted: Wanted,
  kind: 'networks' | 'volumes',
  key: string,
): boolean {
  return services.some((name) => {
    const service = wanted.project.services[name]
    if (kind === 'networks') return key in (service?.networks ?? {})
    return service?.mounts.some((mount) => mount.type === 'volume' && mount.source === key) ?? false
  })
}
