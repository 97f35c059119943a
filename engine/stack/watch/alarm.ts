/** Wakes a watcher: at its next interval, or at once when something happened. */
export class Alarm {
  /** Whether Docker's events ended. */
  lost = false
  private stale = true
  private wake: (() => void) | undefined
  private readonly signal: AbortSignal

  constructor(signal: AbortSignal) {
    this.signal = signal
    signal.addEventListener('abort', () => this.wake?.(), { once: true })
  }

  /** Something happened to a container: the list is stale. */
  ring(): void {
    this.stale = true
    this.wake?.()
  }

  /** Docker is gone. */
  lose(): void {
    this.lost = true
    this.wake?.()
  }

  /** Whether the list is stale; from now on it is fresh. */
  takeStale(): boolean {
    const stale = this.stale
    this.stale = false
    return stale
  }

  /** Resolves as soon as there is something new: an event, the loss of Docker, or the end of watching. */
  async next(): Promise<undefined> {
    if (this.lost || this.stale || this.signal.aborted) return
    await new Promise<void>((resolve) => {
      this.wake = resolve
    })
    this.wake = undefined
  }

  /** Waits for the interval; when something happens, only until a burst of events has settled. Milliseconds. */
  async wait(interval: number, settle: number): Promise<void> {
    if (this.lost || this.signal.aborted) return
    if (!this.stale) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, interval)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.wake = undefined
    }
    if (this.stale) await new Promise((resolve) => setTimeout(resolve, settle))
  }
}
