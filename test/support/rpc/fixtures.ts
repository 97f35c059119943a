import { once } from 'node:events'
import { expect } from 'vitest'
import type { Engine } from '../../../contract/engine.ts'
import { ShoalError } from '../../../contract/errors.ts'
import type { LogRecord } from '../../../contract/logs.ts'
import type { Port } from '../../../rpc/port.ts'

/** Two connected ports, and how to let go of what they needed. */
export interface Wire {
  readonly client: Port
  readonly host: Port
  release(): Promise<void>
}

/** Serves the engine over a new wire and connects to it. */
export type Start = (engine: Engine) => Promise<{ client: Engine; wire: Wire; closeHost: () => void }>

export const directory = '/project'

/** An item of `logs.read`. */
export function line(index: number): [LogRecord] {
  const origin = { place: index, time: 1, service: 'app', container: 'app-1', index }
  return [{ ...origin, kind: 'log', stream: 'stdout', level: null, text: `line ${index}` }]
}

export async function* lines(count: number): AsyncGenerator<[LogRecord]> {
  for (let index = 0; index < count; index++) yield line(index)
}

/** Resolves when the signal fires, as an engine waits at a safe point. */
export async function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  if (signal && !signal.aborted) await once(signal, 'abort')
}

export async function collect<T>(items: AsyncIterable<T>, into: T[] = []): Promise<T[]> {
  for await (const item of items) into.push(item)
  return into
}

export async function failure(promise: Promise<unknown>): Promise<unknown> {
  const thrown = await promise.then(
    () => new Error('It did not fail'),
    (reason: unknown) => reason,
  )
  return thrown instanceof ShoalError ? thrown.toData() : thrown
}

export const disconnected = expect.objectContaining({ code: 'disconnected' })
export const cancelled = expect.objectContaining({ code: 'cancelled' })
