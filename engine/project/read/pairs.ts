import { describe, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { readText } from './scalars.ts'

/** `KEY: value` or `- KEY=value`; null stands for a key without a value. Of several with one key the last counts. */
export function readPairs(node: Node | undefined, reading: Reading): Map<string, string | null> {
  const pairs = new Map<string, string | null>()
  if (node === undefined) return pairs
  if (node.kind === 'map') {
    for (const [key, { value }] of node.entries) {
      if (value.kind === 'scalar') pairs.set(key, value.type === 'null' ? null : value.text)
      else reading.problems.add(value, `must be a single value, not ${describe(value)}`)
    }
    return pairs
  }
  if (node.kind !== 'list') {
    reading.problems.add(node, `must be a mapping or a list, not ${describe(node)}`)
    return pairs
  }
  for (const item of node.items) {
    const text = readText(item, reading)
    if (text === undefined) continue
    const at = text.indexOf('=')
    const key = at === -1 ? text : text.slice(0, at)
    if (/\s$/.test(key)) reading.problems.add(item, 'has a space before its "="')
    pairs.set(key, at === -1 ? null : text.slice(at + 1))
  }
  return pairs
}

/** Labels, and other pairs in which a key without a value has an empty one. */
export function readLabels(node: Node | undefined, reading: Reading): Record<string, string> {
  return Object.fromEntries([...readPairs(node, reading)].map(([key, value]) => [key, value ?? '']))
}
