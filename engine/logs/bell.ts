/** Wakes one waiter. A ring that nobody waits for is kept for the next wait; several count as one. */
export class Bell {
  #rung = false
  #wake: (() => void) | undefined

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  /** Resolves at the next ring, or after so many milliseconds. */
  async wait(limit?: number): Promise<void> {
    if (!this.#rung) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        if (limit !== undefined) timer = setTimeout(resolve, limit)
      })
      clearTimeout(timer)
    }
    this.#wake = undefined
    this.#rung = false
  }
}
