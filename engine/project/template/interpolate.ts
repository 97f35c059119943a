import type { Problems } from '../problems.ts'
import type { Entry, Node } from '../yaml/node.ts'
import { type Lookup, substitute, TemplateFault } from './substitute.ts'

/** Fills in the variables of every text value of a compose file, never those of keys, as Compose does. */
export function interpolate(
  node: Node,
  lookup: Lookup,
  onUnset: (name: string) => void,
  problems: Problems,
): Node {
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => interpolate(item, lookup, onUnset, problems)) }
  if (node.kind === 'map') {
    const entries = [...node.entries].map(([key, entry]): [string, Entry] => {
      return [key, { place: entry.place, value: interpolate(entry.value, lookup, onUnset, problems) }]
    })
    return { ...node, entries: new Map(entries) }
  }
  if (node.type !== 'string' || !node.text.includes('$')) return node
  try {
    return { ...node, text: substitute(node.text, lookup, onUnset) }
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault
    problems.add(node, fault.message)
    return node
  }
}
