import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, parseDocument } from 'yaml'
import { ShoalError } from '../../contract/errors.ts'
import { Problems } from './problems.ts'
import { parseDuration } from './read/units.ts'
import { child, insertFirst } from './yaml/insert.ts'
import type { Node } from './yaml/node.ts'
import { parseYaml } from './yaml/parse.ts'

/** The keys of `x-shoal`: how patient Shoal is with a project. */
export type PatienceKey = 'drain' | 'ready'

/** A duration as a compose file says it. */
export interface WrittenPatience {
  /** Milliseconds; undefined when a variable or something else than a duration stands there. */
  readonly value: number | undefined
  /** From 1. */
  readonly line: number
}

/**
 * What a compose file's text says in `x-shoal`; undefined when it says nothing of this key.
 *
 * @throws ShoalError `project-invalid` when the text is not YAML.
 */
export function readPatience(text: string, key: PatienceKey, file: string): WrittenPatience | undefined {
  const node = entry(entry(parse(text, file)[0], 'x-shoal'), key)
  if (node === undefined) return undefined
  return { value: node.kind === 'scalar' ? parseDuration(node.text) : undefined, line: node.place.line }
}

/**
 * A compose file's text with a duration of `x-shoal` set, in milliseconds. Only its bytes change; where there is none, the
 * key is added, if need be with `x-shoal` at the end of the file. Comments, order and line ends stay.
 *
 * @throws ShoalError `project-invalid` when the text can't be edited safely.
 */
export function withPatience(text: string, key: PatienceKey, duration: string, file: string): string {
  const before = parse(text, file)
  const top = parseDocument(text, { logLevel: 'silent' }).contents
  const map = child(top, 'x-shoal')
  const node = child(map, key)
  let edited: string | undefined
  if (isScalar(node) && node.range) {
    const [start, end] = node.range
    const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? ''
    edited = `${text.slice(0, start)}${quote}${duration}${quote}${text.slice(end)}`
  } else if (isMap(map) && node === undefined) edited = insertFirst(text, map, `${key}: ${duration}`)
  else if (map === undefined && isMap(top) && !top.flow) edited = append(text, key, duration)
  const after = edited === undefined ? [] : parse(edited, file)
  const set = entry(entry(after[0], 'x-shoal'), key)
  const same = isDeepStrictEqual(plain(before, key), plain(after, key))
  if (edited === undefined || !same || set?.kind !== 'scalar' || set.text !== duration)
    throw refuse(key, file)
  return edited
}

function append(text: string, key: PatienceKey, duration: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const gap = text.endsWith('\n') ? lineEnd : `${lineEnd}${lineEnd}`
  return `${text}${gap}x-shoal:${lineEnd}  ${key}: ${duration}${lineEnd}`
}

function parse(text: string, file: string): Node[] {
  const problems = new Problems()
  const nodes = parseYaml(text, file, problems)
  problems.throwIfAny()
  return nodes
}

const entry = (node: Node | undefined, key: string): Node | undefined =>
  node?.kind === 'map' ? node.entries.get(key)?.value : undefined

/** The file's content without one duration, to see that an edit changed nothing else. */
function plain(nodes: readonly Node[], key: PatienceKey): unknown {
  const convert = (node: Node): unknown => {
    if (node.kind === 'scalar') return node.path === `x-shoal.${key}` ? undefined : [node.type, node.text]
    if (node.kind === 'list') return node.items.map(convert)
    const entries = [...node.entries].map(([name, { value }]) => [name, convert(value)] as const)
    const kept = entries.filter(([name, value]) => value !== undefined && !isEmptyShoal(name, value))
    return Object.fromEntries(kept)
  }
  return nodes.map(convert)
}

const isEmptyShoal = (name: string, value: unknown): boolean =>
  name === 'x-shoal' && isDeepStrictEqual(value, {})

function refuse(key: PatienceKey, file: string): ShoalError {
  return new ShoalError(
    'project-invalid',
    `x-shoal.${key} can not be set in ${file}; nothing was changed.`,
    `Give it a plain line of its own below "x-shoal:", such as "${key}: 30s".`,
  )
}
