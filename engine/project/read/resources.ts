import type { Network, Volume } from '../model.ts'
import { isNull, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { defined, expectMap, openFields } from './fields.ts'
import { readLabels } from './pairs.ts'
import { readBoolean, readText } from './scalars.ts'

const VOLUME_KEYS = ['name', 'driver', 'external', 'labels'] as const
const NETWORK_KEYS = [...VOLUME_KEYS, 'internal'] as const

/** The top-level networks by key. */
export function readNetworks(
  node: Node | undefined,
  project: string,
  reading: Reading,
): Map<string, Network> {
  return readAll(node, project, NETWORK_KEYS, reading)
}

/** The top-level volumes by key. */
export function readVolumes(node: Node | undefined, project: string, reading: Reading): Map<string, Volume> {
  const all = readAll(node, project, VOLUME_KEYS, reading)
  return new Map([...all].map(([key, { internal: _, ...volume }]) => [key, volume]))
}

/** The network that services join when they name none. */
export const defaultNetwork = (project: string): Network => ({
  key: 'default',
  name: `${project}_default`,
  external: false,
  internal: false,
  labels: {},
})

function readAll(node: Node | undefined, project: string, keys: readonly string[], reading: Reading) {
  const resources = new Map<string, Network>()
  for (const [key, { value }] of (node && expectMap(node, reading))?.entries ?? [])
    resources.set(key, readResource(key, value, project, keys, reading))
  return resources
}

function readResource(
  key: string,
  node: Node,
  project: string,
  keys: readonly string[],
  reading: Reading,
): Network {
  const field = isNull(node) ? undefined : openFields(node, keys, reading)
  const external = readExternal(field?.('external'), reading)
  const name = readText(field?.('name'), reading) ?? external.name
  if (external.is)
    for (const other of ['driver', 'labels', 'internal'])
      if (field?.(other) !== undefined)
        reading.problems.add(field(other) ?? node, 'can not be set on something external', 'Remove it.')
  return {
    key,
    name: name ?? (external.is ? key : `${project}_${key}`),
    external: external.is,
    internal: readBoolean(field?.('internal'), reading) ?? false,
    labels: readLabels(field?.('labels'), reading),
    ...defined({ driver: readText(field?.('driver'), reading) }),
  }
}

/** `external: true`, or the older `external: {name: ...}`. */
function readExternal(node: Node | undefined, reading: Reading): { is: boolean; name?: string } {
  if (node?.kind !== 'map') return { is: readBoolean(node, reading) ?? false }
  return { is: true, ...defined({ name: readText(openFields(node, ['name'], reading)?.('name'), reading) }) }
}
