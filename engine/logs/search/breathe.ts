/** Milliseconds of work after which others have their turn. */
const SLICE = 8

/** For long work on the engine's own thread: what it returns is to be awaited often, and lets others have their turn. */
export function breathe(): () => Promise<void> | undefined {
  let begin = performance.now()
  return () => {
    if (performance.now() - begin < SLICE) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        begin = performance.now()
        resolve()
      })
    })
  }
}
