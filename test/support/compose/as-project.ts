import type { Mount, Network, Project, Service, Volume } from '../../../engine/project/model.ts'
import { parseDuration } from '../../../engine/project/read/units.ts'

/** What `docker compose config --format json` prints, as far as Shoal reads it. */
export interface ComposeAnswer {
  readonly error?: true
  readonly name: string
  readonly services?: Readonly<Record<string, ComposeService>>
  readonly networks?: Readonly<Record<string, ComposeResource>>
  readonly volumes?: Readonly<Record<string, ComposeResource>>
}

type Texts = Readonly<Record<string, string>>
type Limits = { cpus?: number | string; memory?: string; pids?: number }

interface ComposeService {
  readonly [key: string]: unknown
  readonly image?: string
  readonly environment?: Readonly<Record<string, string | null>>
  readonly ports?: readonly {
    target: number
    published?: string
    host_ip?: string
    protocol: 'tcp' | 'udp'
  }[]
  readonly volumes?: readonly ComposeMount[]
  readonly networks?: Readonly<Record<string, { aliases?: string[] } | null>>
  readonly depends_on?: Readonly<Record<string, { condition: string; restart?: boolean; required: boolean }>>
  readonly healthcheck?: Readonly<Record<string, unknown>>
  readonly restart?: string
  readonly labels?: Texts
  readonly scale?: number
  readonly deploy?: { replicas?: number; resources?: { limits?: Limits; reservations?: Limits } }
  readonly build?: { context: string; dockerfile: string; args?: Texts; target?: string }
  readonly logging?: { driver?: string; options?: Texts }
  readonly ulimits?: Readonly<Record<string, number | { soft: number; hard: number }>>
}

interface ComposeMount {
  readonly type: string
  readonly source?: string
  readonly target: string
  readonly read_only?: boolean
  readonly tmpfs?: { size?: string }
}

interface ComposeResource {
  readonly name: string
  readonly external?: boolean
  readonly internal?: boolean
  readonly driver?: string
  readonly labels?: Texts
}

type Model = Pick<Project, 'name' | 'services' | 'networks' | 'volumes'>

/** Compose's answer in Shoal's own model, so that the two can be compared as a whole. */
export function asProject(answer: ComposeAnswer): Model {
  const of = <A, B>(all: Readonly<Record<string, A>> | undefined, make: (key: string, one: A) => B) =>
    Object.fromEntries(Object.entries(all ?? {}).map(([key, one]) => [key, make(key, one)]))
  return {
    name: answer.name,
    services: of(answer.services, (name, service) => asService(name, service, answer.name)),
    networks: of(
      answer.networks,
      (key, one): Network => ({ ...asResource(key, one), internal: one.internal ?? false }),
    ),
    volumes: of(answer.volumes, asResource),
  }
}

function asResource(key: string, one: ComposeResource): Volume {
  const { name, external = false, labels = {}, driver } = one
  return { key, name, external, labels, ...(driver === undefined ? {} : { driver }) }
}

function asService(name: string, from: ComposeService, project: string): Service {
  const limits = { ...from.deploy?.resources?.limits }
  const [policy = 'no', retries = '0'] = (from.restart ?? 'no').split(':')
  const environment = Object.entries(from.environment ?? {}).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  )
  return clean({
    name,
    image: from.image ?? `${project}-${name}`,
    build: from.build && { args: {}, ...from.build },
    command: from.command ?? undefined,
    entrypoint: from.entrypoint ?? undefined,
    environment: Object.fromEntries(environment),
    ports: (from.ports ?? []).map(({ target, published, host_ip, protocol }) => {
      return { target, published: Number(published ?? 0), hostIp: host_ip ?? '', protocol }
    }),
    mounts: (from.volumes ?? []).map(asMount),
    tmpfs: from.tmpfs ?? [],
    networks: mapValues(from.networks ?? {}, (one) => one?.aliases ?? []),
    dependsOn: mapValues(from.depends_on ?? {}, ({ condition, restart = false, required }) => {
      return { condition, restart, ...(required ? {} : { required }) }
    }),
    healthcheck: from.healthcheck && asHealthcheck(from.healthcheck),
    restart: { name: policy, maximumRetries: Number(retries) },
    labels: from.labels ?? {},
    replicas: from.scale ?? from.deploy?.replicas ?? 1,
    resources: clean({
      cpus: numberOf(from.cpus ?? limits.cpus),
      memory: numberOf(from.mem_limit ?? limits.memory),
      memoryReservation: numberOf(from.mem_reservation ?? from.deploy?.resources?.reservations?.memory),
      pids: numberOf(from.pids_limit ?? limits.pids),
    }),
    stopGracePeriod: durationOf(from.stop_grace_period) ?? 10_000,
    stopSignal: from.stop_signal,
    logging: from.logging && { driver: from.logging.driver ?? '', options: from.logging.options ?? {} },
    user: from.user,
    workingDir: from.working_dir,
    init: from.init,
    extraHosts: ((from.extra_hosts as string[] | undefined) ?? []).map((host) => host.replace('=', ':')),
    ulimits: mapValues(from.ulimits ?? {}, (one) =>
      typeof one === 'number' ? { soft: one, hard: one } : one,
    ),
    profiles: from.profiles ?? [],
  }) as unknown as Service
}

function asMount({ type, source = '', target, read_only: readOnly = false, tmpfs }: ComposeMount): Mount {
  if (type === 'tmpfs')
    return { type, target, ...(tmpfs?.size === undefined ? {} : { size: Number(tmpfs.size) }) }
  return { type: type as 'bind' | 'volume', source, target, readOnly }
}

function asHealthcheck(from: Readonly<Record<string, unknown>>): object {
  return clean({
    test: from.disable === true ? ['NONE'] : (from.test ?? []),
    interval: durationOf(from.interval),
    timeout: durationOf(from.timeout),
    retries: from.retries,
    startPeriod: durationOf(from.start_period),
    startInterval: durationOf(from.start_interval),
  })
}

const numberOf = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value))

const durationOf = (value: unknown): number | undefined =>
  value === undefined ? undefined : parseDuration(String(value))

const mapValues = <A, B>(all: Readonly<Record<string, A>>, make: (one: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, make(one)]))

const clean = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
