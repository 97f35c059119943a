import { posix, win32 } from 'node:path'
import type { Mount } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectList, openFields } from './fields.ts'
import { absolutePath } from './paths.ts'
import { readBoolean, readText } from './scalars.ts'
import { readBytes } from './units.ts'

/** Volumes, binds and tmpfs mounts, short and long form. Of two with the same target the last one counts. */
export function readMounts(node: Node | undefined, reading: Reading): Mount[] {
  const mounts = new Map<string, Mount>()
  for (const item of node === undefined ? [] : expectList(node, reading)) {
    const mount = item.kind === 'map' ? readLong(item, reading) : readShort(item, reading)
    if (mount !== undefined) mounts.set(mount.target, mount)
  }
  return [...mounts.values()]
}

/** Reads `[source:]target[:ro|rw]`. A source that looks like a path is a bind, any other a named volume. */
function readShort(node: Node, reading: Reading): Mount | undefined {
  const text = readText(node, reading)
  if (text === undefined) return undefined
  const parts = splitParts(text)
  const [source, target, options, extra] = parts.length === 1 ? ['', ...parts] : parts
  if (target === undefined || parts.includes('') || extra !== undefined) {
    reading.problems.add(node, 'must be a mount such as "data:/var/lib/data" or "./conf:/etc/app:ro"')
    return undefined
  }
  const flags = options?.split(',') ?? []
  const unknown = flags.find((flag) => flag !== 'ro' && flag !== 'rw')
  if (unknown !== undefined)
    reading.problems.add(node, `has the option "${unknown}", which Shoal does not read`)
  return makeMount(source ?? '', target, flags.lastIndexOf('ro') > flags.lastIndexOf('rw'), reading)
}

/** Splits at colons, but not at the one of a Windows drive. */
function splitParts(text: string): string[] {
  return text.split(/(?<!(?:^|:)[A-Za-z]):/)
}

function makeMount(source: string, target: string, readOnly: boolean, reading: Reading): Mount {
  const cleanTarget = cleanPath(target)
  if (!/^([./~]|\\\\|[A-Za-z]:)/.test(source))
    return { type: 'volume', source, target: cleanTarget, readOnly }
  return { type: 'bind', source: bindSource(source, reading), target: cleanTarget, readOnly }
}

/** A Windows path stays as it is on any system, because the engine may run on another one. */
const bindSource = (source: string, reading: Reading): string =>
  win32.isAbsolute(source) ? source : absolutePath(source, reading)

const cleanPath = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '')

function readLong(node: Node, reading: Reading): Mount | undefined {
  const field = openFields(node, ['type', 'source', 'target', 'read_only', 'tmpfs'], reading)
  if (field === undefined) return undefined
  const type = readText(field('type'), reading)
  const source = readText(field('source'), reading) ?? ''
  const target = readText(field('target'), reading)
  const readOnly = readBoolean(field('read_only'), reading) ?? false
  const tmpfs = field('tmpfs')
  if (target === undefined || target === '') {
    reading.problems.add(node, 'must have a target')
  } else if (tmpfs !== undefined && type !== 'tmpfs') {
    reading.problems.add(tmpfs, 'belongs to a mount of the type tmpfs only')
  } else if (type === 'tmpfs') {
    return readTmpfs(cleanPath(target), tmpfs, reading)
  } else if (type === 'volume') {
    return { type, source, target: cleanPath(target), readOnly }
  } else if (type === 'bind') {
    if (source !== '')
      return { type, source: bindSource(source, reading), target: cleanPath(target), readOnly }
    reading.problems.add(node, 'must have a source')
  } else {
    reading.problems.add(field('type') ?? node, 'must have the type volume, bind or tmpfs')
  }
  return undefined
}

function readTmpfs(target: string, options: Node | undefined, reading: Reading): Mount {
  const size =
    options === undefined ? undefined : readBytes(openFields(options, ['size'], reading)?.('size'), reading)
  return { type: 'tmpfs', target, ...(size === undefined ? {} : { size }) }
}
