/** Bytes that one answer holds when the reader is behind: at 20 looks a second, far more than any load brings. */
const BEHIND = 4 * 1024 * 1024
/** Bytes of an answer of a reader that has caught up. */
const AHEAD = 512 * 1024
const MOST = 64

/**
 * Says how many lines one that is counted stands for: all are, until two answers in a row were so large that the reader
 * must be behind. Then half as many are, again and again, until it has caught up.
 */
export class Sampler {
  #every = 1
  #line = 0
  #bytes = 0
  #late = false

  /** For how many lines this one stands; 0 when it is passed over. */
  weigh(line: string): number {
    this.#bytes += line.length
    if (this.#every === 1) return 1
    this.#line = (this.#line + 1) % this.#every
    return this.#line === 0 ? this.#every : 0
  }

  /** An answer is complete. */
  answered(): void {
    const late = this.#bytes > BEHIND
    if (late && this.#late) this.#every = Math.min(MOST, this.#every * 2)
    else if (this.#bytes < AHEAD) this.#every = Math.max(1, this.#every / 2)
    this.#late = late
    this.#bytes = 0
  }

  /** What was written before somebody watched is counted in full, however much it is. */
  begin(): void {
    this.#bytes = 0
    this.#late = false
  }
}
