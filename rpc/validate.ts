import type { z } from 'zod'
import { type CallName, calls } from '../contract/calls.ts'
import { ShoalError } from '../contract/errors.ts'
import { type StreamName, streams } from '../contract/streams.ts'

/** Narrows a name from the wire to one of the contract's calls. Throws `usage` when there is none. */
export function callName(name: string): CallName {
  if (isKey(calls, name)) return name
  throw unknownName('call', name)
}

/** Narrows a name from the wire to one of the contract's streams. Throws `usage` when there is none. */
export function streamName(name: string): StreamName {
  if (isKey(streams, name)) return name
  throw unknownName('stream', name)
}

/**
 * Returns `value` with the schema's defaults filled in. Throws `usage` naming where it is wrong and what was
 * expected there; never the value itself, which may be a secret.
 */
export function validate<S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const details = result.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
  throw new ShoalError(
    'usage',
    `Shoal did not start ${name}, because of its input; ${details[0]}.`,
    'Correct the input and try again.',
    { details },
  )
}

function isKey<T extends object>(map: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(map, name)
}

function unknownName(kind: string, name: string): ShoalError {
  return new ShoalError(
    'usage',
    `Shoal has no ${kind} named ${JSON.stringify(name)}; nothing was done.`,
    'Reload: the two sides may be of different versions.',
  )
}
