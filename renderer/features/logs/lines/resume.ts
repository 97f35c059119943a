import type { LogLine } from '../../../../contract/models.ts'

/**
 * How far each container was read, so that a stream that was cut can be taken up again: it begins with the last lines of
 * every container, most of which are there already.
 */
export class Marks {
  /** By container: the time of its last line, and how many lines have that time. */
  readonly #last = new Map<string, { time: number; count: number }>()

  /** To be told of all lines, in order. */
  note(lines: readonly LogLine[]): void {
    for (const { container, time } of lines) {
      const last = this.#last.get(container)
      if (last === undefined || time > last.time) this.#last.set(container, { time, count: 1 })
      else if (time === last.time) last.count++
    }
  }

  /** What tells which lines of a new stream were not there before; it is to be asked about all of them, in order. */
  resume(): (line: LogLine) => boolean {
    const known = new Map([...this.#last].map(([container, last]) => [container, { ...last }]))
    return ({ container, time }) => {
      const last = known.get(container)
      if (last === undefined || time > last.time) return true
      if (time < last.time) return false
      last.count--
      return last.count < 0
    }
  }
}
