import type { Resources } from '../model.ts'
import { isNull, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { defined, type Fields, openFields } from './fields.ts'
import { readCount, readInteger, readNumber, readText } from './scalars.ts'
import { readBytes } from './units.ts'

type LimitKey = 'scale' | 'deploy' | 'cpus' | 'mem_limit' | 'mem_reservation' | 'pids_limit'

/** How many instances, and what each may use: `deploy`, `scale` and the older `cpus`, `mem_limit`, `pids_limit`. */
export function readDeploy(
  service: Fields<LimitKey>,
  reading: Reading,
): { replicas: number; resources: Resources } {
  const deploy = openDeploy(service('deploy'), reading)
  const limits = open(deploy?.('resources'), 'limits', ['cpus', 'memory', 'pids'], reading)
  const reservations = open(deploy?.('resources'), 'reservations', ['cpus', 'memory'], reading)
  if (readNumber(reservations?.('cpus'), reading) !== undefined)
    reading.warn(`${reservations?.('cpus')?.path} has no effect on one machine.`)
  const one = <T>(
    read: (node: Node | undefined) => T | undefined,
    a: Node | undefined,
    b: Node | undefined,
  ) => agree(read, a, b, reading)
  const bytes = (node: Node | undefined) => readBytes(node, reading)
  return {
    replicas: one((node) => readCount(node, 0, reading), service('scale'), deploy?.('replicas')) ?? 1,
    resources: defined({
      cpus: one((node) => readNumber(node, reading), service('cpus'), limits?.('cpus')),
      memory: one(bytes, service('mem_limit'), limits?.('memory')),
      memoryReservation: one(bytes, service('mem_reservation'), reservations?.('memory')),
      pids: one((node) => readInteger(node, reading), service('pids_limit'), limits?.('pids')),
    }),
  }
}

function openDeploy(node: Node | undefined, reading: Reading): Fields<'replicas' | 'resources'> | undefined {
  if (node === undefined || isNull(node)) return undefined
  const deploy = openFields(node, ['mode', 'replicas', 'resources'], reading)
  const mode = deploy?.('mode')
  if (mode !== undefined && readText(mode, reading) !== 'replicated')
    reading.problems.add(mode, 'must be replicated', 'Remove it; set deploy.replicas.')
  return deploy
}

function open<Key extends string>(
  resources: Node | undefined,
  part: 'limits' | 'reservations',
  keys: readonly Key[],
  reading: Reading,
): Fields<Key> | undefined {
  const fields =
    resources === undefined ? undefined : openFields(resources, ['limits', 'reservations'], reading)
  const node = fields?.(part)
  return node === undefined ? undefined : openFields(node, keys, reading)
}

/** Two keys that mean the same may both be there, with one value. */
function agree<T>(
  read: (node: Node | undefined) => T | undefined,
  first: Node | undefined,
  second: Node | undefined,
  reading: Reading,
): T | undefined {
  const [a, b] = [read(first), read(second)]
  if (first !== undefined && a !== undefined && b !== undefined && a !== b)
    reading.problems.add(first, `differs from ${second?.path}`, 'Keep one of the two.')
  return a ?? b
}
