import { checkReferences } from '../check.ts'
import type { Network, Project, Service, Volume } from '../model.ts'
import type { MapNode, Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectMap, openFields } from './fields.ts'
import { defaultNetwork, readNetworks, readVolumes } from './resources.ts'
import { readService } from './service.ts'
import { readSettings } from './settings.ts'

type Used = Pick<Project, 'services' | 'networks' | 'volumes'>
type Parts = Used & Pick<Project, 'settings'>

const KEYS = ['version', 'name', 'services', 'networks', 'volumes', 'x-shoal'] as const

/**
 * Reads the whole compose file after merging and interpolation. Services of inactive profiles are left out, and so
 * are networks and volumes that no remaining service uses, as in `docker compose up`.
 *
 * @throws ShoalError `env-invalid` for a malformed `env_file`.
 */
export async function readProject(
  root: Node,
  name: string,
  profiles: readonly string[],
  reading: Reading,
): Promise<Parts> {
  const field = openFields(root, KEYS, reading)
  if (field?.('version') !== undefined) reading.warn('"version" has no meaning any more: remove it.')
  const networks = readNetworks(field?.('networks'), name, reading)
  const volumes = readVolumes(field?.('volumes'), name, reading)
  const settings = readSettings(field?.('x-shoal'), reading)
  const nodes = field?.('services') === undefined ? undefined : expectMap(field('services') ?? root, reading)
  if (field !== undefined && field('services') === undefined) reading.problems.add(root, 'has no "services"')
  const active = (own: readonly string[]) => isActive(own, profiles)
  const all = await readServices(nodes, name, active, reading)
  const services = new Map([...all].filter(([, service]) => active(service.profiles)))
  const inactive = new Set([...all.keys()].filter((key) => !services.has(key)))
  if (!networks.has('default')) networks.set('default', defaultNetwork(name))
  if (nodes !== undefined)
    checkReferences(
      { services, inactive, networks: new Set(networks.keys()), volumes: new Set(volumes.keys()) },
      nodes,
      reading.problems,
    )
  return { ...onlyUsed(services, networks, volumes), settings }
}

async function readServices(
  nodes: MapNode | undefined,
  project: string,
  active: (profiles: readonly string[]) => boolean,
  reading: Reading,
): Promise<Map<string, Service>> {
  const services = new Map<string, Service>()
  for (const [name, { place, value }] of nodes?.entries ?? []) {
    if (!/^[a-zA-Z0-9._-]+$/.test(name)) {
      reading.problems.add(
        { place, path: value.path },
        'has a name with other characters than letters, digits, . _ -',
      )
      continue
    }
    const service = await readService(name, value, project, active, reading)
    if (service !== undefined) services.set(name, service)
  }
  return services
}

const isActive = (own: readonly string[], wanted: readonly string[]): boolean =>
  own.length === 0 || wanted.includes('*') || own.some((profile) => wanted.includes(profile))

function onlyUsed(
  services: ReadonlyMap<string, Service>,
  networks: ReadonlyMap<string, Network>,
  volumes: ReadonlyMap<string, Volume>,
): Used {
  const all = [...services.values()].map((service): Service => {
    const dependsOn = Object.entries(service.dependsOn).filter(([name]) => services.has(name))
    return { ...service, dependsOn: Object.fromEntries(dependsOn) }
  })
  const usedNetworks = new Set(all.flatMap((service) => Object.keys(service.networks)))
  const usedVolumes = new Set(
    all.flatMap((service) =>
      service.mounts.flatMap((mount) => (mount.type === 'volume' ? [mount.source] : [])),
    ),
  )
  return {
    services: Object.fromEntries(all.map((service) => [service.name, service])),
    networks: Object.fromEntries([...networks].filter(([key]) => usedNetworks.has(key))),
    volumes: Object.fromEntries([...volumes].filter(([key]) => usedVolumes.has(key))),
  }
}
