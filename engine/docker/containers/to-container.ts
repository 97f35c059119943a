import type { ContainerInspectInfo } from 'dockerode'
import { splitEnv } from '../env-list.ts'
import type { Container, ContainerState, PublishedPort } from '../gateway.ts'
import { cpuLimit } from './cpu-limit.ts'

type Health = NonNullable<Container['health']>

/** Translates Docker's inspect answer. Reads only fields that API 1.41 to 1.52 and Podman share. */
export function toContainer(info: ContainerInspectInfo): Container {
  const { State: state, Config: config } = info
  const health = toHealth(state.Health?.Status)
  const startedAt = toTime(state.StartedAt)
  const finishedAt = toTime(state.FinishedAt)
  const maximumRestarts = info.HostConfig.RestartPolicy?.MaximumRetryCount
  const cpus = cpuLimit(info.HostConfig)
  return {
    id: info.Id,
    name: info.Name.replace(/^\//, ''),
    image: config.Image,
    imageId: info.Image,
    state: state.Status as ContainerState,
    exitCode: state.ExitCode,
    oomKilled: state.OOMKilled,
    error: state.Error ?? '',
    ...(health === undefined ? {} : { health }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    createdAt: toTime(info.Created) ?? 0,
    restarts: info.RestartCount ?? 0,
    ...(maximumRestarts ? { maximumRestarts } : {}),
    labels: config.Labels ?? {},
    env: splitEnv(config.Env),
    command: config.Cmd ?? [],
    entrypoint: toList(config.Entrypoint),
    ports: toPorts(info.HostConfig.PortBindings, info.NetworkSettings.Ports),
    networks: toAddresses(info.NetworkSettings.Networks),
    healthTest: config.Healthcheck?.Test ?? [],
    ...(cpus === undefined ? {} : { cpus }),
  }
}

type PortMap =
  | Readonly<Record<string, readonly { HostIp?: string; HostPort?: string }[] | null>>
  | null
  | undefined

/** While a container runs, `actual` knows which port Docker picked for a 0; otherwise what was asked for counts. */
function toPorts(asked: PortMap, actual: PortMap): PublishedPort[] {
  const source = Object.values(actual ?? {}).some((bindings) => bindings && bindings.length > 0)
    ? actual
    : asked
  return Object.entries(source ?? {}).flatMap(([key, bindings]) => {
    const [target, protocol] = key.split('/')
    return (bindings ?? []).map((binding) => ({
      target: Number(target),
      published: Number(binding.HostPort || 0),
      hostIp: binding.HostIp ?? '',
      protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const),
    }))
  })
}

function toAddresses(
  networks: Readonly<Record<string, { IPAddress?: string }>> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(networks ?? {}).map(([name, endpoint]) => [name, endpoint.IPAddress ?? '']),
  )
}

/** Docker says "none" for a container without a health check, Podman says "". */
function toHealth(status: string | undefined): Health | undefined {
  return status === 'starting' || status === 'healthy' || status === 'unhealthy' ? status : undefined
}

/** Docker writes the year 1 for "never". */
function toTime(stamp: string | undefined): number | undefined {
  const time = Date.parse(stamp ?? '')
  return time > 0 ? time : undefined
}

function toList(value: string | string[] | null | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? [])
}
