/** The sending end of a flow: pulls from its source only while the reader has granted credit. */
export class Outflow {
  #credit = 0
  #wake: () => void = () => {}

  grant(count: number): void {
    this.#credit += count
    this.#wake()
  }

  /**
   * Sends what the source yields until it ends or the signal fires, and lets go of the source in any case.
   * Throws what the source or `send` throws.
   */
  async run<T>(source: AsyncIterable<T>, send: (item: T) => void, signal: AbortSignal): Promise<void> {
    const iterator = source[Symbol.asyncIterator]()
    let open = true
    const leave = (): void => {
      this.#wake()
      if (!open) return
      open = false
      // Whoever reads this flow has left or has its error already, so a failing clean-up has nobody to tell.
      iterator.return?.().catch(() => {})
    }
    signal.addEventListener('abort', leave, { once: true })
    try {
      for (;;) {
        while (this.#credit === 0 && !signal.aborted)
          await new Promise<void>((wake) => {
            this.#wake = wake
          })
        if (signal.aborted) return
        const { done, value } = await iterator.next()
        if (done) open = false
        if (done || signal.aborted) return
        this.#credit -= 1
        send(value)
      }
    } finally {
      signal.removeEventListener('abort', leave)
      leave()
    }
  }
}
