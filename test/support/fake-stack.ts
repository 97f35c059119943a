import type { Container } from '../../engine/docker/gateway.ts'
import { LABELS } from '../../engine/project/labels.ts'
import type { Project, Service } from '../../engine/project/model.ts'
import type { Observation, ObservedInstance } from '../../engine/stack/observe/observation.ts'
import { CONFIG_LABEL, serviceSpec, specDigest } from '../../engine/stack/want/spec.ts'
import type { Wanted } from '../../engine/stack/want/wanted.ts'

const NAME = 'shop'
const SLOTS = 10

const BARE: Omit<Service, 'name' | 'image'> = {
  environment: {},
  ports: [],
  mounts: [],
  tmpfs: [],
  networks: { default: [] },
  dependsOn: {},
  restart: { name: 'unless-stopped', maximumRetries: 0 },
  labels: {},
  replicas: 1,
  resources: {},
  stopGracePeriod: 10_000,
  extraHosts: [],
  ulimits: {},
  profiles: [],
}

/** A small project as its files would ask for it. */
export function fakeProject(
  change: { env?: Record<string, string>; port?: number; replicas?: number } = {},
): Project {
  const { env = {}, port = 8080, replicas = 1 } = change
  const services: Service[] = [
    {
      ...BARE,
      name: 'caddy',
      image: 'caddy:2.11',
      ports: [{ target: 80, published: port, hostIp: '127.0.0.1', protocol: 'tcp' }],
    },
    {
      ...BARE,
      name: 'app',
      image: 'shop-app',
      environment: env,
      replicas,
      dependsOn: { postgres: { condition: 'service_healthy', restart: false } },
    },
    { ...BARE, name: 'postgres', image: 'postgres:18', healthcheck: { test: ['CMD', 'pg_isready'] } },
  ]
  return {
    name: NAME,
    directory: '/shop',
    files: ['/shop/compose.yaml'],
    env: {},
    services: Object.fromEntries(services.map((service) => [service.name, service])),
    networks: {
      default: { key: 'default', name: 'shop_default', external: false, internal: false, labels: {} },
    },
    volumes: {},
    settings: {},
  }
}

/** What that project asks for, with every image there. */
export function fakeWanted(project: Project, change: Partial<Wanted> = {}): Wanted {
  const { app, caddy } = project.services
  if (!app || !caddy) throw new Error('a fake project has an app and a Caddy')
  const services = Object.values(project.services)
  return {
    project,
    app,
    caddy,
    specs: Object.fromEntries(services.map((service) => [service.name, serviceSpec(project, service)])),
    images: Object.fromEntries(
      services.map(({ name, image }) => [
        name,
        { id: `sha256:${image}`, tags: [image], labels: {}, env: {}, command: [], entrypoint: [] },
      ]),
    ),
    builds: {},
    slots: SLOTS,
    ...change,
  }
}

/** A container of the project, made from what its files ask for. */
export function fakeContainer(
  project: Project,
  service: string,
  index: number,
  change: Partial<Container> = {},
): Container {
  const asked = project.services[service]
  if (!asked) throw new Error(`no service ${service}`)
  const spec = serviceSpec(project, asked)
  return {
    id: `${service}${index}`,
    name: `${NAME}-${service}-${index}`,
    image: asked.image,
    imageId: `sha256:${asked.image}`,
    state: 'running',
    exitCode: 0,
    oomKilled: false,
    error: '',
    startedAt: 1_000,
    createdAt: 1_000 + index,
    restarts: 0,
    labels: {
      [LABELS.project]: NAME,
      [LABELS.service]: service,
      [LABELS.number]: String(index),
      [CONFIG_LABEL]: specDigest(spec),
    },
    env: asked.environment,
    command: [],
    entrypoint: [],
    ports: asked.ports,
    networks: { shop_default: '10.0.0.2' },
    healthTest: [],
    ...(service === 'postgres' ? { health: 'healthy' as const } : {}),
    ...change,
  }
}

/** An instance that serves. */
export function fakeInstance(
  project: Project,
  index: number,
  change: Partial<Omit<ObservedInstance, 'container'>> & { container?: Partial<Container> } = {},
): ObservedInstance {
  const { container, ...rest } = change
  return {
    index,
    container: fakeContainer(project, 'app', index, container),
    address: `${NAME}-app-${index}:3000`,
    health: 'healthy',
    reason: '',
    allowed: true,
    requests: 0,
    streams: 0,
    ...rest,
  }
}

/** A stack that runs and serves with these instances. */
export function fakeObservation(
  project: Project,
  instances: readonly ObservedInstance[],
  change: Partial<Observation> = {},
): Observation {
  const caddy = fakeContainer(project, 'caddy', 1)
  const addresses = Array.from({ length: SLOTS }, (_, position) => `${NAME}-app-${position + 1}:3000`)
  return {
    at: 5_000,
    instances,
    services: { caddy: [caddy], postgres: [fakeContainer(project, 'postgres', 1)] },
    caddy: {
      state: 'answering',
      container: caddy,
      balance: { addresses, interval: 1_000, timeout: 3_000, uri: '/api/health' },
    },
    networks: ['shop_default'],
    volumes: [],
    ...change,
  }
}

/** Nothing of the project is there. */
export function fakeNothing(): Observation {
  return { at: 5_000, instances: [], services: {}, caddy: { state: 'absent' }, networks: [], volumes: [] }
}
