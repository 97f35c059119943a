import { relative } from 'node:path'
import { type DotenvOptions, parseDotenv } from '../dotenv/parse.ts'
import { parseRaw } from '../dotenv/raw.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { openFields } from './fields.ts'
import { readPairs } from './pairs.ts'
import { absolutePath } from './paths.ts'
import { readBoolean, readText } from './scalars.ts'

interface EnvFile {
  readonly node: Node
  readonly path: string
  readonly required: boolean
  readonly format: string
}

/**
 * The variables of a service's containers: `environment` over the files of `env_file`, of which a later one counts
 * more. A variable without a value takes the project's; when there is none it is left out, even if a file has it.
 *
 * @throws ShoalError `env-invalid` for a malformed file.
 */
export async function readEnvironment(
  environment: Node | undefined,
  envFiles: Node | undefined,
  reading: Reading,
): Promise<Record<string, string>> {
  const own = new Map(
    [...readPairs(environment, reading)].map(([key, value]) => [key, value ?? reading.lookup(key)] as const),
  )
  const lookup = (name: string): string | undefined => reading.lookup(name) ?? own.get(name)
  const merged = new Map<string, string | undefined>()
  for (const file of uniqueFiles(envFiles, reading)) {
    const known = new Map(
      [...own, ...merged].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    )
    for (const [key, value] of await readFile(file, { lookup, known, onUnset: reading.onUnset }, reading))
      merged.set(key, value)
  }
  for (const [key, value] of own) merged.set(key, value)
  return Object.fromEntries(
    [...merged].flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]])),
  )
}

async function readFile(
  file: EnvFile,
  options: DotenvOptions,
  reading: Reading,
): Promise<ReadonlyMap<string, string>> {
  const shownAs = relative(reading.directory, file.path) || file.path
  const text = await reading.readEnvText(file.path, shownAs)
  if (text === undefined) {
    if (file.required)
      reading.problems.add(file.node, `names ${shownAs}, which does not exist`, 'Create the file.')
    return new Map()
  }
  return (file.format === 'raw' ? parseRaw : parseDotenv)(text, { ...options, file: shownAs })
}

/** Of two entries with one path the last counts, at the place of the first. */
function uniqueFiles(node: Node | undefined, reading: Reading): EnvFile[] {
  if (node === undefined) return []
  const items = node.kind === 'list' ? node.items : [node]
  const files = items.flatMap((item) => readEntry(item, node.kind === 'list', reading) ?? [])
  return [...new Map(files.map((file) => [file.path, file])).values()]
}

function readEntry(node: Node, inList: boolean, reading: Reading): EnvFile | undefined {
  if (node.kind !== 'map' || !inList) {
    const path = readText(node, reading)
    return path === undefined
      ? undefined
      : { node, path: absolutePath(path, reading), required: true, format: '' }
  }
  const field = openFields(node, ['path', 'required', 'format'], reading)
  const path = readText(field?.('path'), reading)
  if (path === undefined) {
    if (field !== undefined && field('path') === undefined) reading.problems.add(node, 'must have a path')
    return undefined
  }
  const format = readText(field?.('format'), reading) ?? ''
  if (format !== '' && format !== 'raw')
    reading.problems.add(field?.('format') ?? node, 'must be raw, or left out')
  return {
    node,
    path: absolutePath(path, reading),
    required: readBoolean(field?.('required'), reading) ?? true,
    format,
  }
}
