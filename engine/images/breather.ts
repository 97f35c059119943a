import { setImmediate as turn } from 'node:timers/promises'

/** Milliseconds of work between two turns of the event loop: half a frame, so that a window stays fluent. */
const SLICE = 8

/**
 * Lets synchronous file work take turns with everything else. Synchronous calls on many small files take a third of the
 * time of asynchronous ones, whose thread pool costs more than the calls.
 */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE) return undefined
    return turn().then(() => {
      since = performance.now()
    })
  }
}
