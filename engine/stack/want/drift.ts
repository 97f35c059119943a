import type { Container, Image } from '../../docker/gateway.ts'
import { CONFIG_LABEL, KEYS_LABEL, keyDigests, type ServiceSpec, specDigest } from './spec.ts'

export const IMAGE_CHANGED = 'image changed'

/** How the keys of a specification are called in a compose file, where they are not called the same. */
const WORDS: Readonly<Record<string, string>> = {
  extraHosts: 'extra hosts',
  memoryReservation: 'reserved memory',
  mounts: 'volumes',
  pids: 'process limit',
  stopGracePeriod: 'stop grace period',
  stopSignal: 'stop signal',
  workingDir: 'working directory',
}

/** What has a cause of its own. */
const NAMED: ReadonlySet<string> = new Set(['command', 'entrypoint', 'env', 'image', 'ports'])

/**
 * Why a container no longer is what the project's files say, in words without values: "env changed: DATABASE_URL".
 * Empty when it is current. A container that Compose made bears no digest of ours: what matters of it is compared.
 * @param image the image that the reference means now; undefined while it is missing
 */
export function findDrift(container: Container, spec: ServiceSpec, image: Image | undefined): string[] {
  const causes: string[] = []
  if (image && container.imageId !== image.id) causes.push(IMAGE_CHANGED)
  if (container.labels[CONFIG_LABEL] === specDigest(spec)) return causes
  const keys = changedEnv(container, spec, image)
  if (keys.length > 0) causes.push(`env changed: ${keys.join(', ')}`)
  if (!samePorts(container, spec)) causes.push('port changed')
  if (spec.command && !sameList(container.command, spec.command)) causes.push('command changed')
  if (spec.entrypoint && !sameList(container.entrypoint, spec.entrypoint)) causes.push('entrypoint changed')
  const others = changedKeys(container.labels[KEYS_LABEL], spec)
  if (others.length > 0) causes.push(`changed: ${others.join(', ')}`)
  if (causes.length === 0 && container.labels[CONFIG_LABEL] !== undefined)
    causes.push('configuration changed')
  return causes
}

/** What else changed, as far as the container's label tells, sorted. */
function changedKeys(known: string | undefined, spec: ServiceSpec): string[] {
  if (known === undefined) return []
  const read = (text: string) =>
    new Map(text.split(' ').map((pair) => pair.split(':') as [string, string | undefined]))
  const [before, after] = [read(known), read(keyDigests(spec))]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !NAMED.has(key) && before.get(key) !== after.get(key))
    .map((key) => WORDS[key] ?? key)
    .sort()
}

function changedEnv(container: Container, spec: ServiceSpec, image: Image | undefined): string[] {
  const wanted = { ...image?.env, ...spec.env }
  // Without the image nobody can tell which variables came with it.
  const keys = new Set([...Object.keys(wanted), ...(image ? Object.keys(container.env) : [])])
  return [...keys].filter((key) => wanted[key] !== container.env[key]).sort()
}

function samePorts(container: Container, spec: ServiceSpec): boolean {
  const text = (ports: ServiceSpec['ports']) =>
    ports
      .map((port) => `${port.hostIp || '0.0.0.0'}:${port.published}:${port.target}/${port.protocol}`)
      .sort()
      .join(' ')
  return text(container.ports) === text(spec.ports)
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
