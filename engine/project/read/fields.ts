import { COMPOSE_HINT } from '../problems.ts'
import { describe, type MapNode, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'

/** Gives the value of a key; a value that is empty counts as given, as in Compose. */
export type Fields<Key extends string> = (key: Key) => Node | undefined

/**
 * Opens a mapping of known keys. A key that is not known is a problem, except `x-...`, which Compose reserves for
 * notes. Undefined (and a problem) when the node is not a mapping.
 */
export function openFields<Key extends string>(
  node: Node,
  keys: readonly Key[],
  reading: Reading,
): Fields<Key> | undefined {
  const map = expectMap(node, reading)
  if (map === undefined) return undefined
  for (const [key, entry] of map.entries) {
    if (key.startsWith('x-') || (keys as readonly string[]).includes(key)) continue
    const path = entry.value.path === '' ? key : entry.value.path
    reading.problems.add({ place: entry.place, path }, 'is not something Shoal can run', COMPOSE_HINT)
  }
  return (key) => map.entries.get(key)?.value
}

export function expectMap(node: Node, reading: Reading): MapNode | undefined {
  if (node.kind === 'map') return node
  reading.problems.add(node, `must be a mapping, not ${describe(node)}`)
  return undefined
}

/** The items of a list; a problem and nothing when the node is not one. */
export function expectList(node: Node, reading: Reading): readonly Node[] {
  if (node.kind === 'list') return node.items
  reading.problems.add(node, `must be a list, not ${describe(node)}`)
  return []
}

/** Drops the keys whose value is undefined, so that an absent field is absent. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
