import type { ShoalError } from '../contract/errors.ts'

/**
 * How many items a sender may be ahead of its reader. At a window of 64 a terminal's 64 KiB chunks hold at most
 * 4 MiB, and half a window is enough to cover the round trip.
 */
export const WINDOW = 64

interface Waiting<T> {
  resolve(result: IteratorResult<T, undefined>): void
  reject(error: ShoalError): void
}

/** The reading end of a flow: a queue of at most WINDOW items that grants credit as they are read. */
export class Inflow<T> implements AsyncIterableIterator<T, undefined> {
  readonly #grant: (count: number) => void
  readonly #stop: () => void
  readonly #queue: IteratorYieldResult<T>[] = []
  readonly #waiting: Waiting<T>[] = []
  /** Items granted and not yet read. */
  #allowance = 0
  #ended = false
  #error: ShoalError | undefined

  /** `grant` lets the sender send more; `stop` is called once when the reader leaves before the end. */
  constructor(grant: (count: number) => void, stop: () => void = () => {}) {
    this.#grant = grant
    this.#stop = stop
  }

  /** Throws when the sender had no credit for it. */
  push(item: T): void {
    if (this.#ended) return
    if (this.#queue.length >= this.#allowance) throw new RangeError('An item came without credit')
    this.#queue.push({ done: false, value: item })
    this.#deliver()
  }

  /** Ends the flow behind the items that are queued. With an error, the reader then gets that. */
  end(error?: ShoalError): void {
    if (this.#ended) return
    this.#ended = true
    this.#error = error
    this.#deliver()
  }

  /** Ends the flow now, ahead of the items that are queued. */
  abort(error: ShoalError): void {
    this.#queue.length = 0
    this.end(error)
  }

  next(): Promise<IteratorResult<T, undefined>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      if (!this.#ended && this.#allowance <= WINDOW / 2) {
        this.#grant(WINDOW - this.#allowance)
        this.#allowance = WINDOW
      }
      this.#deliver()
    })
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    const early = !this.#ended
    this.#queue.length = 0
    this.#error = undefined
    this.end()
    if (early) this.#stop()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #deliver(): void {
    while (this.#waiting.length > 0 && (this.#queue.length > 0 || this.#ended)) {
      const reader = this.#waiting.shift()
      const result = this.#queue.shift()
      if (result) {
        this.#allowance -= 1
        reader?.resolve(result)
      } else if (this.#error) {
        reader?.reject(this.#error)
        this.#error = undefined
      } else reader?.resolve({ done: true, value: undefined })
    }
  }
}
