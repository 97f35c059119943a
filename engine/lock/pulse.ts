import { stat } from 'node:fs/promises'

/** Milliseconds without a heart beat after which a lock counts as abandoned. */
const STALE = 5_000

/**
 * Milliseconds for which a late lock is watched before it is taken: more than one heart beat. A machine that wakes
 * from sleep, or a holder whose clock differs, gets the chance to show that it is alive.
 */
const WATCH = 1_500

/** The heart beat of a lock as one waiter sees it: the holder sets the lock's modification time every second. */
export class Pulse {
  readonly #path: string
  #beat: number | undefined
  #seenAt = 0

  constructor(path: string) {
    this.#path = path
  }

  /** `free`: there is no lock. `late`: the beat is overdue. `stopped`: it stayed so while it was watched. */
  async feel(): Promise<'free' | 'beating' | 'late' | 'stopped'> {
    const beat = await this.#read()
    if (beat !== this.#beat) {
      this.#beat = beat
      this.#seenAt = performance.now()
    }
    if (beat === undefined) return 'free'
    if (Math.abs(Date.now() - beat) < STALE) return 'beating'
    return performance.now() - this.#seenAt < WATCH ? 'late' : 'stopped'
  }

  async #read(): Promise<number | undefined> {
    try {
      return (await stat(this.#path)).mtimeMs
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
}
