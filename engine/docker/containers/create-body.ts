import { atLeast } from '../api-version.ts'
import { joinEnv } from '../env-list.ts'
import type { ContainerSpec, MountSpec, PublishedPort } from '../gateway.ts'

const NANOSECONDS_PER_MILLISECOND = 1_000_000

/** From this version on, Docker attaches several networks at creation; before it, only one. */
const MANY_NETWORKS = '1.44'

/** The body of `POST /containers/create`. Fields that are undefined fall away in JSON, so Docker's defaults apply. */
export function createBody(spec: ContainerSpec, apiVersion: string): Record<string, unknown> {
  return {
    Image: spec.image,
    Hostname: spec.hostname,
    User: spec.user,
    WorkingDir: spec.workingDir,
    Env: joinEnv(spec.env),
    Cmd: spec.command,
    Entrypoint: spec.entrypoint,
    Labels: spec.labels,
    ExposedPorts: Object.fromEntries(spec.ports.map((port) => [portKey(port), {}])),
    Healthcheck: healthcheck(spec.healthcheck, apiVersion),
    StopSignal: spec.stopSignal,
    StopTimeout: spec.stopGracePeriod === undefined ? undefined : Math.ceil(spec.stopGracePeriod / 1000),
    HostConfig: hostConfig(spec),
    NetworkingConfig: { EndpointsConfig: endpointsAtCreation(spec, apiVersion) },
  }
}

/** The networks that have to be connected one by one after creation, with their aliases. */
export function laterNetworks(spec: ContainerSpec, apiVersion: string): [string, readonly string[]][] {
  return atLeast(apiVersion, MANY_NETWORKS) ? [] : Object.entries(spec.networks).slice(1)
}

function endpointsAtCreation(
  spec: ContainerSpec,
  apiVersion: string,
): Record<string, { Aliases: readonly string[] }> {
  const all = Object.entries(spec.networks)
  const now = atLeast(apiVersion, MANY_NETWORKS) ? all : all.slice(0, 1)
  return Object.fromEntries(now.map(([name, aliases]) => [name, { Aliases: aliases }]))
}

function hostConfig(spec: ContainerSpec): Record<string, unknown> {
  return {
    NetworkMode: Object.keys(spec.networks)[0],
    PortBindings: portBindings(spec.ports),
    Mounts: spec.mounts.map(mount),
    Tmpfs: Object.fromEntries(spec.tmpfs.map(splitTmpfs)),
    RestartPolicy: { Name: spec.restart.name, MaximumRetryCount: spec.restart.maximumRetries },
    NanoCpus: spec.cpus === undefined ? undefined : Math.round(spec.cpus * 1e9),
    Memory: spec.memory,
    MemoryReservation: spec.memoryReservation,
    PidsLimit: spec.pids,
    LogConfig:
      spec.logging === undefined ? undefined : { Type: spec.logging.driver, Config: spec.logging.options },
    Init: spec.init,
    Sysctls: spec.sysctls,
    AutoRemove: spec.autoRemove,
    ExtraHosts: spec.extraHosts,
    Ulimits: Object.entries(spec.ulimits).map(([Name, { soft, hard }]) => ({ Name, Soft: soft, Hard: hard })),
  }
}

function healthcheck(
  check: ContainerSpec['healthcheck'],
  apiVersion: string,
): Record<string, unknown> | undefined {
  if (check === undefined) return undefined
  return {
    Test: check.test,
    Interval: nanoseconds(check.interval),
    Timeout: nanoseconds(check.timeout),
    Retries: check.retries,
    StartPeriod: nanoseconds(check.startPeriod),
    StartInterval: atLeast(apiVersion, '1.44') ? nanoseconds(check.startInterval) : undefined,
  }
}

function portBindings(
  ports: readonly PublishedPort[],
): Record<string, { HostIp: string; HostPort: string }[]> {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {}
  for (const port of ports) {
    const list = bindings[portKey(port)] ?? []
    list.push({ HostIp: port.hostIp, HostPort: String(port.published) })
    bindings[portKey(port)] = list
  }
  return bindings
}

function mount(spec: MountSpec): Record<string, unknown> {
  if (spec.type === 'tmpfs')
    return { Type: 'tmpfs', Target: spec.target, TmpfsOptions: { SizeBytes: spec.size ?? 0 } }
  return { Type: spec.type, Source: spec.source, Target: spec.target, ReadOnly: spec.readOnly }
}

/** Compose writes a tmpfs as `/path` or `/path:options`. */
function splitTmpfs(entry: string): [string, string] {
  const at = entry.indexOf(':')
  return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)]
}

function portKey(port: PublishedPort): string {
  return `${port.target}/${port.protocol}`
}

function nanoseconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.round(milliseconds * NANOSECONDS_PER_MILLISECOND)
}
