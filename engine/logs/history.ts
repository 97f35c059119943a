import type { LogEntry } from '../docker/gateway.ts'
import { isSameMoment, momentOf } from './moment.ts'

/** Entries that are remembered: more than a log file of 10 MB holds of ordinary lines. */
const REMEMBERED = 128 * 1024

/**
 * What was read of one stream of a container. Docker Engine gives some lines again when it rotates a log that is being
 * followed (measured on 20.10: hundreds at each rotation, the whole file for a slow reader); their stamps betray them.
 */
export class History {
  /** Moments in rising order; those before `#start` are forgotten. */
  #moments: number[] = []
  #start = 0
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
    this.#moments.push(moment)
    if (this.#moments.length - this.#start <= REMEMBERED) return
    this.#forgot = true
    this.#start++
    if (this.#start < REMEMBERED) return
    this.#moments = this.#moments.slice(this.#start)
    this.#start = 0
  }

  #knows(moment: number): boolean {
    let [low, high] = [this.#start, this.#moments.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#moments[middle] ?? 0) < moment) low = middle + 1
      else high = middle
    }
    return this.#moments[low] === moment
  }
}
