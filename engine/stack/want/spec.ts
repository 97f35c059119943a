import { createHash } from 'node:crypto'
import type { ContainerSpec } from '../../docker/gateway.ts'
import { containerLabels } from '../../project/labels.ts'
import type { Project, Service } from '../../project/model.ts'
import { containerName } from '../../project/names.ts'

/** Marks a container with the configuration it was made from. */
export const CONFIG_LABEL = 'dev.shoal.config'

/** Marks it with that configuration key by key, so that what changed can be named. */
export const KEYS_LABEL = 'dev.shoal.config.keys'

/** Everything of a container's specification that its number does not change. */
export type ServiceSpec = Omit<ContainerSpec, 'name' | 'hostname' | 'labels'>

/** What Docker must be told to run a service of the project. Secrets are in `env` only. */
export function serviceSpec(project: Project, service: Service): ServiceSpec {
  const { command, entrypoint, stopSignal, logging, user, workingDir, init, healthcheck, resources } = service
  return {
    image: service.image,
    env: service.environment,
    ports: service.ports,
    mounts: service.mounts.map((mount) =>
      mount.type === 'volume'
        ? { ...mount, source: project.volumes[mount.source]?.name ?? mount.source }
        : mount,
    ),
    tmpfs: service.tmpfs,
    networks: Object.fromEntries(
      Object.entries(service.networks).map(([key, aliases]) => [
        project.networks[key]?.name ?? key,
        [...new Set([service.name, ...aliases])],
      ]),
    ),
    restart: service.restart,
    extraHosts: service.extraHosts,
    ulimits: service.ulimits,
    stopGracePeriod: service.stopGracePeriod,
    ...resources,
    ...(command ? { command } : {}),
    ...(entrypoint ? { entrypoint } : {}),
    ...(stopSignal ? { stopSignal } : {}),
    ...(logging ? { logging } : {}),
    ...(user ? { user } : {}),
    ...(workingDir ? { workingDir } : {}),
    ...(init === undefined ? {} : { init }),
    ...(healthcheck ? { healthcheck } : {}),
  }
}

/** A stable digest of a specification: equal digests mean that a container need not be replaced. */
export function specDigest(spec: ServiceSpec): string {
  return createHash('sha256').update(canonical(spec)).digest('hex').slice(0, 24)
}

/** A digest of each key of a specification: "env:1f3870 image:8d777f". It tells what changed, and no value. */
export function keyDigests(spec: ServiceSpec): string {
  return Object.entries(spec)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => `${key}:${createHash('sha256').update(canonical(value)).digest('hex').slice(0, 6)}`,
    )
    .sort()
    .join(' ')
}

/** The whole specification of one container of a service. */
export function containerSpec(
  project: Project,
  service: Service,
  index: number,
  imageId: string,
): ContainerSpec {
  const spec = serviceSpec(project, service)
  const digest = specDigest(spec)
  const name = containerName(project.name, service.name, index)
  const networks = Object.fromEntries(
    Object.entries(spec.networks).map(([network, aliases]) => [network, [name, ...aliases]]),
  )
  return {
    ...spec,
    networks,
    name,
    hostname: name,
    labels: {
      ...containerLabels(project, service, index, { image: imageId, configHash: digest }),
      [CONFIG_LABEL]: digest,
      [KEYS_LABEL]: keyDigests(spec),
    },
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}
