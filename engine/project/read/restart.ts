import type { RestartPolicy } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { readText } from './scalars.ts'

const NEVER: RestartPolicy = { name: 'no', maximumRetries: 0 }

/** `no`, `always`, `unless-stopped`, `on-failure` or `on-failure:3`. */
export function readRestart(node: Node | undefined, reading: Reading): RestartPolicy {
  const text = readText(node, reading)
  if (node === undefined || text === undefined || text === '') return NEVER
  const [, name, retries] = /^(no|always|unless-stopped|on-failure)(?::(\d+))?$/.exec(text) ?? []
  if (name === undefined || (retries !== undefined && name !== 'on-failure')) {
    reading.problems.add(node, 'must be no, always, unless-stopped, on-failure or on-failure:N')
    return NEVER
  }
  return { name: name as RestartPolicy['name'], maximumRetries: Number(retries ?? 0) }
}
