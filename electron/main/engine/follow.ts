import type { Engine } from '../../../contract/engine.ts'
import type { StreamInput, StreamItem, StreamName } from '../../../contract/streams.ts'

/** Milliseconds between the end of a stream and the next attempt. */
const PAUSE = 1_000

/**
 * Reads a stream until the signal fires, and opens it again when it ends or fails: Docker may be away for a while.
 * Never throws; the page is where a failure is told. `onLoss` is called after each end that the signal did not cause.
 */
export async function follow<N extends StreamName>(
  engine: Engine,
  name: N,
  input: StreamInput<N>,
  signal: AbortSignal,
  onItem: (item: StreamItem<N>) => void,
  onLoss: () => void = () => {},
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const item of engine.open(name, input, { signal })) onItem(item)
    } catch {
      // The reason is not told here: whoever looks at the page sees it there.
    }
    if (!signal.aborted) onLoss()
    await pause(signal)
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, PAUSE)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
