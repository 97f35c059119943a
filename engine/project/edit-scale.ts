import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, parseDocument, type Scalar } from 'yaml'
import { ShoalError } from '../../contract/errors.ts'
import { Problems } from './problems.ts'
import { child, insertFirst } from './yaml/insert.ts'
import type { Node } from './yaml/node.ts'
import { parseYaml } from './yaml/parse.ts'

/**
 * The scale that a compose file's text gives a service: `scale`, else `deploy.replicas`. Undefined when it gives none,
 * has no such service, or takes the scale from a variable.
 *
 * @throws ShoalError `project-invalid` when the text is not YAML.
 */
export function readScale(text: string, service: string, file = 'compose.yaml'): number | undefined {
  const scale = scalesOf(parse(text, file), service)[0]
  return scale !== undefined && /^\d+$/.test(scale) ? Number(scale) : undefined
}

/**
 * A compose file's text with the scale of one service set, so that a bare `docker compose up -d` reads it. Where
 * `scale` or `deploy.replicas` stands, only the bytes of the number change; otherwise `scale: N` is added as the
 * service's first key. Comments, order, quotes, line ends and a byte order mark stay as they are.
 *
 * @throws ShoalError `project-invalid` when the text can't be edited safely: it is not YAML, has no such service, or
 * shares the scale with something else through a variable or an anchor.
 */
export function withScale(text: string, service: string, scale: number, file = 'compose.yaml'): string {
  const before = parse(text, file)
  const map = child(child(parseDocument(text, { logLevel: 'silent' }).contents, 'services'), service)
  if (!isMap(map)) throw refuse(service, file)
  const numbers = [child(map, 'scale'), child(child(map, 'deploy'), 'replicas')].filter((node) =>
    isScalar(node),
  )
  const edited =
    numbers.length === 0 ? insertFirst(text, map, `scale: ${scale}`) : replace(text, numbers, scale)
  const after = edited === undefined ? undefined : parse(edited, file)
  const scales = after === undefined ? [] : scalesOf(after, service)
  const same = isDeepStrictEqual(plain(before, service), after && plain(after, service))
  if (edited === undefined || !same || scales.length === 0 || scales.some((found) => found !== String(scale)))
    throw refuse(service, file)
  return edited
}

function parse(text: string, file: string): Node[] {
  const problems = new Problems()
  const nodes = parseYaml(text, file, problems)
  problems.throwIfAny()
  return nodes
}

/** Replaces each number, from the last on so that the offsets before it hold; undefined when one is no number. */
function replace(text: string, numbers: readonly Scalar[], scale: number): string | undefined {
  let edited = text
  for (const number of [...numbers].sort((a, b) => (b.range?.[0] ?? 0) - (a.range?.[0] ?? 0))) {
    const [start, end] = number.range ?? [0, 0]
    const written = /^(["']?)\d+\1$/.exec(text.slice(start, end))
    if (written === null) return undefined
    const quote = written[1] ?? ''
    edited = `${edited.slice(0, start)}${quote}${scale}${quote}${edited.slice(end)}`
  }
  return edited
}

function entry(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined
}

/** What the text says of the scale, merge keys and aliases included, before variables are filled in. */
function scalesOf(documents: readonly Node[], service: string): string[] {
  const node = entry(entry(documents[0], 'services'), service)
  const scales = [entry(node, 'scale'), entry(entry(node, 'deploy'), 'replicas')]
  return scales.flatMap((scale) => (scale?.kind === 'scalar' && scale.type !== 'null' ? [scale.text] : []))
}

/** The file's content without one service's scale, to see that an edit changed nothing else. */
function plain(nodes: readonly Node[], service: string): unknown {
  const own = [`services.${service}.scale`, `services.${service}.deploy.replicas`]
  const convert = (node: Node): unknown => {
    if (node.kind === 'scalar') return own.includes(node.path) ? undefined : [node.type, node.text]
    if (node.kind === 'list') return node.items.map(convert)
    const entries = [...node.entries].map(([key, { value }]) => [key, convert(value)] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  return nodes.map(convert)
}

function refuse(service: string, file: string): ShoalError {
  return new ShoalError(
    'project-invalid',
    `The scale of ${service} can not be set in ${file}; the file was left as it was.`,
    `Give ${service} a plain line of its own, such as "scale: 1".`,
  )
}
