/** With this many items waiting, the writer is asked to pause. */
const FULL = 16

/** Items from callbacks, read as an async iterable by one reader, which sets the pace. */
export class Queue<T> implements AsyncIterable<T> {
  readonly #items: T[] = []
  readonly #pause: () => void
  readonly #resume: () => void
  #closed = false
  #wake: () => void = () => {}

  constructor(pause: () => void, resume: () => void) {
    this.#pause = pause
    this.#resume = resume
  }

  push(item: T): void {
    this.#items.push(item)
    if (this.#items.length === FULL) this.#pause()
    this.#wake()
  }

  /** Ends the reading once what was pushed has been read. */
  close(): void {
    this.#closed = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (true) {
      for (let item = this.#items.shift(); item !== undefined; item = this.#items.shift()) {
        if (this.#items.length === FULL - 1) this.#resume()
        yield item
      }
      if (this.#closed) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
