import type { Dependency } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectMap, openFields } from './fields.ts'
import { readBoolean, readText, readTextList } from './scalars.ts'

const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'] as const

/** What a service waits for: `depends_on` as a list of names or as a mapping with conditions. */
export function readDependencies(node: Node | undefined, reading: Reading): Record<string, Dependency> {
  if (node === undefined) return {}
  if (node.kind === 'list') {
    const plain = { condition: 'service_started', restart: false } as const
    return Object.fromEntries(readTextList(node, reading).map((name) => [name, plain]))
  }
  const entries = [...(expectMap(node, reading)?.entries ?? [])]
  return Object.fromEntries(
    entries.flatMap(([name, { value }]) => {
      const dependency = readDependency(value, reading)
      return dependency === undefined ? [] : [[name, dependency]]
    }),
  )
}

function readDependency(node: Node, reading: Reading): Dependency | undefined {
  const field = openFields(node, ['condition', 'restart', 'required'], reading)
  if (field === undefined) return undefined
  const text = readText(field('condition'), reading) ?? 'service_started'
  const condition = CONDITIONS.find((known) => known === text)
  if (condition === undefined) {
    reading.problems.add(field('condition') ?? node, `must be one of ${CONDITIONS.join(', ')}`)
    return undefined
  }
  const restart = readBoolean(field('restart'), reading) ?? false
  const required = readBoolean(field('required'), reading) ?? true
  return { condition, restart, ...(required ? {} : { required }) }
}
