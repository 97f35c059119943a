/** Wakes whoever waits for the next time to look: after a while, or sooner when something rings. */
export class Bell {
  private readonly signal: AbortSignal
  private rung = false
  private failure: { readonly error: unknown } | undefined
  private wake = () => {}

  constructor(signal: AbortSignal) {
    this.signal = signal
    signal.addEventListener('abort', () => this.wake(), { once: true })
  }

  ring(): void {
    this.rung = true
    this.wake()
  }

  /** Whoever waits, or waits next, gets this thrown. */
  fail(error: unknown): void {
    this.failure = { error }
    this.wake()
  }

  /** Waits `longest`, and not less than `shortest` although it rings. Milliseconds. Ends with the signal at once. */
  async wait(shortest: number, longest: number): Promise<void> {
    await this.pause(shortest, () => false)
    await this.pause(longest - shortest, () => this.rung)
    this.rung = false
  }

  private async pause(milliseconds: number, enough: () => boolean): Promise<void> {
    let late = false
    const timer = setTimeout(() => {
      late = true
      this.wake()
    }, milliseconds)
    try {
      while (!late && !enough() && !this.signal.aborted) {
        if (this.failure) throw this.failure.error
        await new Promise<void>((resolve) => {
          this.wake = resolve
        })
      }
    } finally {
      clearTimeout(timer)
    }
    if (this.failure) throw this.failure.error
  }
}
