import { setTimeout as sleep } from 'node:timers/promises'

const SECOND = 1_000

/** Ticks once a second until the signal fires, or throws what `guard` throws, at once. A slow reader misses ticks. */
export async function* everySecond(signal: AbortSignal, guard: Promise<void>): AsyncGenerator<void> {
  const stop = new AbortController()
  let failure: { readonly error: unknown } | undefined
  guard.catch((error: unknown) => {
    failure = { error }
    stop.abort()
  })
  const until = AbortSignal.any([signal, stop.signal])
  while (!signal.aborted) {
    await sleep(SECOND, undefined, { signal: until }).catch(() => {})
    if (failure) throw failure.error
    if (!signal.aborted) yield
  }
}
