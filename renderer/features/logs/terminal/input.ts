import type { StreamFeed } from '../../../../contract/streams.ts'

type Item = StreamFeed<'exec.run'>

/** What goes to a process: typed text and sizes, read as a stream by one reader. */
export class Input implements AsyncIterable<Item> {
  readonly #items: Item[] = []
  #closed = false
  #wake: () => void = () => {}

  push(item: Item): void {
    this.#items.push(item)
    this.#wake()
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for (;;) {
      for (let item = this.#items.shift(); item !== undefined; item = this.#items.shift()) yield item
      if (this.#closed) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
