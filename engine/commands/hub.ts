/** Hands every item to everyone who listens at that moment. A slow listener keeps its own queue. */
export class Hub<T> {
  private readonly listeners = new Set<(item: T) => void>()

  emit(item: T): void {
    for (const listener of this.listeners) listener(item)
  }

  /** Items from the moment of the call on, until the signal fires; before them those of `first`. */
  listen(signal?: AbortSignal, first: readonly T[] = []): AsyncIterable<T> {
    const queue: T[] = [...first]
    let wake: (() => void) | undefined
    let over = false
    const listener = (item: T) => {
      queue.push(item)
      wake?.()
    }
    const stop = () => {
      over = true
      this.listeners.delete(listener)
      wake?.()
    }
    this.listeners.add(listener)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    const next = async (): Promise<IteratorResult<T>> => {
      for (;;) {
        const item = queue.shift()
        if (item !== undefined) return { done: false, value: item }
        if (over) return { done: true, value: undefined }
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
    const end = async (): Promise<IteratorResult<T>> => {
      stop()
      return { done: true, value: undefined }
    }
    return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
  }
}
