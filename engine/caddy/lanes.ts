interface Waiter {
  readonly enter: () => void
}

/** How long work waits before another lane opens, in milliseconds: about what opening one takes. */
const PATIENCE = 100

/**
 * Runs work side by side in as few lanes as it needs. There is one at first; another opens when work has waited a while
 * because what is before it hangs, up to `max`.
 */
export class Lanes {
  private readonly max: number
  private readonly patience: number
  private readonly waiting: Waiter[] = []
  private lanes = 1
  private busy = 0
  private timer: NodeJS.Timeout | undefined

  constructor(max: number, patience = PATIENCE) {
    this.max = max
    this.patience = patience
  }

  /** Throws what the work throws, and the signal's reason when that fires before its turn. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    if (this.busy < this.lanes) this.busy += 1
    else await this.wait(signal)
    try {
      return await work()
    } finally {
      this.busy -= 1
      this.admit()
    }
  }

  private wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abandon = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1)
        reject(signal?.reason)
      }
      const waiter: Waiter = {
        enter: () => {
          signal?.removeEventListener('abort', abandon)
          resolve()
        },
      }
      signal?.addEventListener('abort', abandon, { once: true })
      this.waiting.push(waiter)
      this.watch()
    })
  }

  private admit(): void {
    while (this.busy < this.lanes) {
      const next = this.waiting.shift()
      if (!next) break
      this.busy += 1
      next.enter()
    }
    clearTimeout(this.timer)
    this.timer = undefined
    this.watch()
  }

  /** Opens another lane unless something moves soon. */
  private watch(): void {
    if (this.timer || this.waiting.length === 0 || this.lanes >= this.max) return
    this.timer = setTimeout(() => {
      this.lanes += 1
      this.admit()
    }, this.patience)
  }
}
