/** "2026-03-01T10:00:00" */
const TO_SECONDS = 19
/** The form that Docker writes: with nanoseconds, in UTC. */
const FULL = 30

/**
 * Reads Docker's stamps as milliseconds since the epoch. Lines come in time order, so most share their second with
 * the line before, and reading a date anew costs more than all the rest of a line.
 */
export class StampClock {
  #second = ''
  #base = 0

  /** Milliseconds since the epoch; 0 for what is no stamp. */
  timeOf(stamp: string): number {
    if (stamp.length !== FULL) return Date.parse(stamp) || 0
    const second = stamp.slice(0, TO_SECONDS)
    if (second !== this.#second) {
      this.#second = second
      this.#base = Date.parse(`${second}Z`) || 0
    }
    return this.#base + Number(stamp.slice(TO_SECONDS + 1, TO_SECONDS + 4))
  }
}
