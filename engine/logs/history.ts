import type { LogEntry } from '../docker/gateway.ts'
import { isSameMoment, momentOf } from './moment.ts'

/** Entries that are remembered: more than a log file of 10 MB holds of ordinary lines. */
const REMEMBERED = 128 * 1024
/** Entries for which there is room at first: most logs are quiet. */
const FEW = 1_024

/**
 * What was read of one stream of a container. Docker Engine gives some lines again when it rotates a log that is being
 * followed (measured on 20.10: hundreds at each rotation, the whole file for a slow reader); their stamps betray them.
 */
export class History {
  /** Moments in rising order, those from `#start` to `#end`. */
  #moments = new Float64Array(FEW)
  #start = 0
  #end = 0
  #forgot = false
  #last: LogEntry | undefined
  #lastMoment = 0

  /** Whether an entry was given before. One that is merely late, or stamped by a clock that was set back, was not. */
  has(entry: LogEntry): boolean {
    const last = this.#last
    if (last === undefined) return false
    if (isSameMoment(entry, last)) return entry.text === last.text
    const moment = momentOf(entry)
    if (moment > this.#lastMoment) return false
    // Where some were forgotten, what is older than all the others is most likely one of them.
    return this.#forgot
      ? moment < (this.#moments[this.#start] ?? 0) || this.#knows(moment)
      : this.#knows(moment)
  }

  note(entry: LogEntry): void {
    const moment = momentOf(entry)
    if (this.#last !== undefined && moment < this.#lastMoment) return
    this.#last = entry
    this.#lastMoment = moment
    if (this.#end === this.#moments.length) this.#makeRoom()
    this.#moments[this.#end++] = moment
    if (this.#end - this.#start <= REMEMBERED) return
    this.#forgot = true
    this.#start++
  }

  #makeRoom(): void {
    const kept = this.#moments.subarray(this.#start, this.#end)
    if (this.#moments.length < 2 * REMEMBERED) {
      const larger = new Float64Array(this.#moments.length * 2)
      larger.set(kept)
      this.#moments = larger
    } else this.#moments.copyWithin(0, this.#start, this.#end)
    this.#end = kept.length
    this.#start = 0
  }

  #knows(moment: number): boolean {
    let [low, high] = [this.#start, this.#end]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#moments[middle] ?? 0) < moment) low = middle + 1
      else high = middle
    }
    return low < this.#end && this.#moments[low] === moment
  }
}
