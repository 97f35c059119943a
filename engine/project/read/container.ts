import type { Service } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectMap, openFields } from './fields.ts'
import { readLabels } from './pairs.ts'
import { readInteger, readText, readTextList } from './scalars.ts'

/** Logging driver and its options; an empty driver is the engine's own default. */
export function readLogging(node: Node | undefined, reading: Reading): Service['logging'] {
  const field = node === undefined ? undefined : openFields(node, ['driver', 'options'], reading)
  if (field === undefined) return undefined
  const options = field('options')
  return {
    driver: readText(field('driver'), reading) ?? '',
    options:
      options === undefined || expectMap(options, reading) === undefined ? {} : readLabels(options, reading),
  }
}

/** Limits of the operating system: `nofile: 1024` or `nofile: {soft: 1024, hard: 2048}`. */
export function readUlimits(node: Node | undefined, reading: Reading): Service['ulimits'] {
  const limits: [string, { soft: number; hard: number }][] = []
  for (const [name, { value }] of (node && expectMap(node, reading))?.entries ?? []) {
    const field = value.kind === 'map' ? openFields(value, ['soft', 'hard'], reading) : undefined
    const soft = readInteger(field === undefined ? value : field('soft'), reading)
    const hard = readInteger(field === undefined ? value : field('hard'), reading)
    if (soft !== undefined && hard !== undefined) limits.push([name, { soft, hard }])
    else if (field !== undefined) reading.problems.add(value, 'must have soft and hard')
  }
  return Object.fromEntries(limits)
}

/** Extra lines of `/etc/hosts`, as Docker takes them: `name:address`. */
export function readExtraHosts(node: Node | undefined, reading: Reading): string[] {
  if (node === undefined) return []
  const hosts =
    node.kind === 'list'
      ? readTextList(node, reading).map((text) => splitHost(text))
      : [...(expectMap(node, reading)?.entries ?? [])].flatMap(([name, { value }]) =>
          value.kind === 'list'
            ? readTextList(value, reading).map((address) => [name, address])
            : [[name, readText(value, reading) ?? '']],
        )
  return [
    ...new Set(
      hosts.flatMap(([name = '', addresses = '']) => {
        if (name === '' || addresses === '' || /[:=]/.test(name)) {
          reading.problems.add(node, 'must be a list of names with addresses, such as "db:10.0.0.5"')
          return []
        }
        const list = node.kind === 'list' ? addresses.split(',') : [addresses]
        return list.map((address) => `${name}:${address.replace(/^\[(.+)\]$/, '$1')}`)
      }),
    ),
  ]
}

function splitHost(text: string): [string, string] {
  const at = text.includes('=') ? text.indexOf('=') : text.indexOf(':')
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
