import type { ProjectSettings } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { defined, openFields } from './fields.ts'
import { readDuration } from './units.ts'

/** Reads the top-level `x-shoal`, which Compose ignores: how patient Shoal is with this project. */
export function readSettings(node: Node | undefined, reading: Reading): ProjectSettings {
  const field = node === undefined ? undefined : openFields(node, ['drain', 'ready'], reading)
  return defined({
    drainDeadline: readDuration(field?.('drain'), reading),
    readyDeadline: readDuration(field?.('ready'), reading),
  })
}
