import type { Healthcheck } from '../model.ts'
import { describe, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { defined, openFields } from './fields.ts'
import { readBoolean, readCount, readText } from './scalars.ts'
import { readDuration } from './units.ts'

const KEYS = ['test', 'interval', 'timeout', 'retries', 'start_period', 'start_interval', 'disable'] as const

/** A health check; without `test` it changes only the timing of the image's own. */
export function readHealthcheck(node: Node | undefined, reading: Reading): Healthcheck | undefined {
  const field = node === undefined ? undefined : openFields(node, KEYS, reading)
  if (field === undefined) return undefined
  const test = readTest(field('test'), reading)
  const disabled = readBoolean(field('disable'), reading) ?? false
  return {
    test: disabled ? ['NONE'] : test,
    ...defined({
      interval: readDuration(field('interval'), reading),
      timeout: readDuration(field('timeout'), reading),
      retries: readCount(field('retries'), 0, reading),
      startPeriod: readDuration(field('start_period'), reading),
      startInterval: readDuration(field('start_interval'), reading),
    }),
  }
}

function readTest(node: Node | undefined, reading: Reading): string[] {
  if (node === undefined) return []
  if (node.kind === 'scalar' && node.type === 'string') return ['CMD-SHELL', node.text]
  if (node.kind !== 'list') {
    reading.problems.add(node, `must be text or a list, not ${describe(node)}`)
    return []
  }
  const test = node.items.flatMap((item) => readText(item, reading) ?? [])
  if (test.length > 0 && !['CMD', 'CMD-SHELL', 'NONE'].includes(test[0] ?? ''))
    reading.problems.add(node, 'must start with CMD, CMD-SHELL or NONE')
  return test
}
