import { setTimeout as sleep } from 'node:timers/promises'

export interface WaitOptions {
  /** Milliseconds until it gives up. */
  readonly deadline?: number
  /** Milliseconds between two tries. */
  readonly interval?: number
}

/**
 * Tries until it gets a true value, which it returns. A try that throws counts as one that failed.
 * Throws after the deadline, with what the last try got.
 */
export async function waitFor<T>(
  attempt: () => T | Promise<T>,
  { deadline = 60_000, interval = 50 }: WaitOptions = {},
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const end = Date.now() + deadline
  for (;;) {
    const { found, last } = await attemptOnce(attempt)
    if (found) return found as Exclude<T, undefined | null | false | 0 | ''>
    if (Date.now() + interval > end) throw new Error(`Not so within ${deadline} ms; at last: ${last}`)
    await sleep(interval)
  }
}

async function attemptOnce<T>(attempt: () => T | Promise<T>): Promise<{ found?: T; last: string }> {
  try {
    const found = await attempt()
    return { found, last: JSON.stringify(found) }
  } catch (error) {
    return { last: String(error) }
  }
}
