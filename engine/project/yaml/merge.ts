import type { Problems } from '../problems.ts'
import { childPath, describe, type Entry, isNull, type MapNode, type Node } from './node.ts'

type Merge = (base: Node, over: Node, problems: Problems) => Node

const replace: Merge = (_base, over) => over

/** The keys that Compose merges in their own way; everything else follows the kind of its value. */
const SPECIAL: readonly (readonly [RegExp, Merge])[] = [
  [/^services\.[^.]+\.(command|entrypoint|healthcheck\.test|ulimits\.[^.]+)$/, replace],
  [/^services\.[^.]+\.(environment|labels|env_file|tmpfs|build\.args|extra_hosts)$/, (a, b) => concat(a, b)],
  [/^(networks|volumes)\.[^.]+\.labels$/, (a, b) => concat(a, b)],
  [
    /^services\.[^.]+\.(depends_on|networks)$/,
    (a, b, problems) => mergeMaps(namesAsMap(a), namesAsMap(b), problems),
  ],
  [/^services\.[^.]+\.build$/, (a, b, problems) => mergeMaps(contextAsMap(a), contextAsMap(b), problems)],
  [/^services\.[^.]+\.logging$/, mergeLogging],
]

/** Lays an override file over a base file, by Compose's rules: mappings merge, lists append, scalars are replaced. */
export function mergeTrees(base: Node, over: Node, problems: Problems): Node {
  const special = SPECIAL.find(([pattern]) => pattern.test(base.path))
  if (special !== undefined) return special[1](base, over, problems)
  if (isNull(over)) return base
  if (base.kind === 'scalar') return over
  if (base.kind === 'list' && over.kind === 'list') return { ...base, items: [...base.items, ...over.items] }
  return mergeMaps(base, over, problems)
}

function mergeMaps(base: Node, over: Node, problems: Problems): Node {
  if (isNull(over)) return base
  if (isNull(base)) return over
  if (base.kind !== 'map' || over.kind !== 'map') {
    problems.add(over, `is ${describe(over)}, which can not be merged with ${describe(base)}`)
    return base
  }
  const entries = new Map(base.entries)
  for (const [key, entry] of over.entries) {
    const own = entries.get(key)
    const value = own === undefined ? entry.value : mergeTrees(own.value, entry.value, problems)
    entries.set(key, { place: entry.place, value })
  }
  return { ...base, entries }
}

/** Options of another logging driver mean nothing to this one, so they merge only when the driver is the same. */
function mergeLogging(base: Node, over: Node, problems: Problems): Node {
  const driver = (node: Node): string | undefined => {
    const value = node.kind === 'map' ? node.entries.get('driver')?.value : undefined
    return value?.kind === 'scalar' ? value.text : undefined
  }
  const [before, after] = [driver(base), driver(over)]
  if (before === undefined || after === undefined || before === after) return mergeMaps(base, over, problems)
  return over
}

function concat(base: Node, over: Node): Node {
  return { ...base, kind: 'list', items: [...asItems(base), ...asItems(over)] } as Node
}

/** A mapping as the list of its `key=value` lines; the readers take both forms. */
function asItems(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items
  if (node.kind === 'scalar') return isNull(node) ? [] : [node]
  return [...node.entries].flatMap(([key, entry]) => {
    const values = entry.value.kind === 'list' ? entry.value.items : [entry.value]
    return values.map((value) => {
      if (value.kind !== 'scalar') return value
      return { ...value, type: 'string' as const, text: isNull(value) ? key : `${key}=${value.text}` }
    })
  })
}

function namesAsMap(node: Node): Node {
  if (node.kind !== 'list') return node
  const entries = node.items.flatMap((item): [string, Entry][] => {
    if (item.kind !== 'scalar') return []
    const path = childPath(node.path, item.text)
    const value: MapNode = { kind: 'map', entries: new Map(), place: item.place, path }
    return [[item.text, { place: item.place, value }]]
  })
  return { ...node, kind: 'map', entries: new Map(entries) } as Node
}

function contextAsMap(node: Node): Node {
  if (node.kind !== 'scalar' || isNull(node)) return node
  const value: Node = { ...node, path: childPath(node.path, 'context') }
  return {
    kind: 'map',
    entries: new Map([['context', { place: node.place, value }]]),
    place: node.place,
    path: node.path,
  }
}
