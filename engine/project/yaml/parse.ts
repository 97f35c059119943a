import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml'
import type { Problems } from '../problems.ts'
import { childPath, type Entry, type MapNode, type Node, type Place } from './node.ts'
import { readPlain } from './scalar.ts'

/** Aliases can make a small file huge; no honest compose file comes near this many nodes. */
const MAX_NODES = 20_000

const STANDARD_TAGS = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq|merge)$/

/**
 * Reads the text of a compose file; a file may hold several documents, which Compose merges in order.
 * Anchors, aliases and merge keys are resolved. Faults go to `problems`, each with its line.
 */
export function parseYaml(text: string, file: string, problems: Problems): Node[] {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    keepSourceTokens: true,
    logLevel: 'silent',
  })
  if (!Array.isArray(documents)) return []
  const nodes: Node[] = []
  for (const document of documents) {
    for (const error of document.errors) {
      const reason = error.message.split(/ at line \d+/)[0] ?? 'unreadable'
      problems.add(
        { place: { file, line: lines.linePos(error.pos[0]).line }, path: '' },
        `not valid YAML: ${reason}`,
      )
    }
    if (document.errors.length === 0) nodes.push(new Converter(document, file, lines, problems).run())
  }
  return nodes
}

class Converter {
  readonly #document: Document.Parsed
  readonly #file: string
  readonly #lines: LineCounter
  readonly #problems: Problems
  readonly #open = new Set<unknown>()
  /** Finding an anchor walks the whole document, and an alias inside an alias is met many times. */
  readonly #targets = new Map<Alias, unknown>()
  #count = 0

  constructor(document: Document.Parsed, file: string, lines: LineCounter, problems: Problems) {
    this.#document = document
    this.#file = file
    this.#lines = lines
    this.#problems = problems
  }

  run(): Node {
    return this.#convert(this.#document.contents, '', { file: this.#file, line: 1 })
  }

  #placeOf(node: unknown, fallback: Place): Place {
    const range = (node as { range?: readonly number[] | null } | null)?.range
    if (!range) return fallback
    return { file: this.#file, line: this.#lines.linePos(range[0] ?? 0).line }
  }

  #convert(raw: unknown, path: string, around: Place): Node {
    const place = this.#placeOf(raw, around)
    this.#count += 1
    if (this.#count > MAX_NODES || this.#open.has(raw)) {
      if (this.#count <= MAX_NODES || this.#count === MAX_NODES + 1)
        this.#problems.add({ place, path }, 'refers to itself through an alias, or to too much')
      return { kind: 'scalar', type: 'null', text: '', place, path }
    }
    if (isAlias(raw)) return this.#convertAlias(raw, path, place)
    this.#checkTag(raw, path, place)
    if (isScalar(raw)) {
      const plain = raw.type === 'PLAIN' && raw.tag !== 'tag:yaml.org,2002:str'
      const read = plain
        ? readPlain(raw.source ?? '')
        : { type: 'string' as const, text: String(raw.source ?? '') }
      return { kind: 'scalar', ...read, place, path }
    }
    this.#open.add(raw)
    const node = this.#convertCollection(raw, path, place)
    this.#open.delete(raw)
    return node
  }

  #convertAlias(alias: Alias, path: string, place: Place): Node {
    if (!this.#targets.has(alias)) this.#targets.set(alias, alias.resolve(this.#document))
    const target = this.#targets.get(alias)
    if (target === undefined)
      this.#problems.add({ place, path }, `refers to an unknown anchor "${alias.source}"`)
    return this.#convert(target ?? null, path, place)
  }

  #convertCollection(raw: unknown, path: string, place: Place): Node {
    if (isMap(raw)) return { kind: 'map', entries: this.#convertEntries(raw, path, place), place, path }
    const items = (raw as { items?: unknown[] } | null)?.items
    if (items === undefined) return { kind: 'scalar', type: 'null', text: '', place, path }
    return {
      kind: 'list',
      items: items.map((item, index) => this.#convert(item, `${path}[${index}]`, place)),
      place,
      path,
    }
  }

  #convertEntries(map: YAMLMap, path: string, around: Place): Map<string, Entry> {
    const own = new Map<string, Entry>()
    const merged = new Map<string, Entry>()
    for (const pair of map.items) {
      const place = this.#placeOf(pair.key, around)
      const key = this.#convert(pair.key, path, place)
      if (key.kind === 'scalar' && key.text === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN')
        this.#mergeInto(merged, this.#convert(pair.value, path, place))
      else if (key.kind !== 'scalar' || key.type !== 'string')
        this.#problems.add({ place, path }, 'has a key that is not text', 'Put the key in quotes.')
      else own.set(key.text, { place, value: this.#convert(pair.value, childPath(path, key.text), place) })
    }
    for (const [key, entry] of merged) if (!own.has(key)) own.set(key, entry)
    return own
  }

  #mergeInto(merged: Map<string, Entry>, source: Node): void {
    const maps: readonly Node[] = source.kind === 'list' ? source.items : [source]
    for (const node of maps) {
      if (node.kind !== 'map') this.#problems.add(node, 'merges something that is not a mapping')
      else for (const [key, entry] of repath(node, source.path)) if (!merged.has(key)) merged.set(key, entry)
    }
  }

  #checkTag(raw: unknown, path: string, place: Place): void {
    const tag = (raw as { tag?: string } | null)?.tag
    if (tag !== undefined && !STANDARD_TAGS.test(tag))
      this.#problems.add({ place, path }, `has the tag ${tag}, which Shoal does not read`, 'Remove the tag.')
  }
}

/** Entries of a mapping that was merged from a list: their paths lose the list's index. */
function repath(node: MapNode, path: string): Iterable<[string, Entry]> {
  if (node.path === path) return node.entries
  return [...node.entries].map(([key, entry]) => [
    key,
    { place: entry.place, value: moved(entry.value, node.path, path) },
  ])
}

function moved(node: Node, from: string, to: string): Node {
  const path = to + node.path.slice(from.length)
  if (node.kind === 'scalar') return { ...node, path }
  if (node.kind === 'list') return { ...node, path, items: node.items.map((item) => moved(item, from, to)) }
  const entries = [...node.entries].map(([key, entry]): [string, Entry] => [
    key,
    { place: entry.place, value: moved(entry.value, from, to) },
  ])
  return { ...node, path, entries: new Map(entries) }
}
