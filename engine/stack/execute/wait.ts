import { setTimeout as sleep } from 'node:timers/promises'

export interface WaitOptions {
  /** Milliseconds between two tries. */
  readonly interval: number
  /** Milliseconds until it gives up. */
  readonly deadline: number
  readonly signal: AbortSignal
  readonly now?: () => number
}

/**
 * Tries until it gets something else than undefined, which it returns; undefined when the deadline came first.
 * Throws what a try throws, and the signal's reason when it fires.
 */
export async function waitFor<T>(
  attempt: () => Promise<T | undefined>,
  { interval, deadline, signal, now = Date.now }: WaitOptions,
): Promise<T | undefined> {
  const end = now() + deadline
  for (;;) {
    signal.throwIfAborted()
    const found = await attempt()
    if (found !== undefined) return found
    if (now() + interval >= end) return undefined
    await sleep(interval, undefined, { signal })
  }
}
