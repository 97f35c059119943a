import { isNull, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectMap, openFields } from './fields.ts'
import { readTextList } from './scalars.ts'

/**
 * The networks a service joins, each with the aliases that the file asks for. A service that names none joins
 * `default`, as in Compose.
 */
export function readAttachments(node: Node | undefined, reading: Reading): Record<string, readonly string[]> {
  const networks = new Map<string, readonly string[]>()
  if (node?.kind === 'list') for (const name of readTextList(node, reading)) networks.set(name, [])
  else if (node !== undefined) {
    for (const [name, { value }] of expectMap(node, reading)?.entries ?? []) {
      const field = isNull(value) ? undefined : openFields(value, ['aliases'], reading)
      networks.set(name, [...new Set(readTextList(field?.('aliases'), reading))])
    }
  }
  if (networks.size === 0) networks.set('default', [])
  return Object.fromEntries(networks)
}
