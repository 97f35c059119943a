import type { LogLine } from '../../../../contract/models.ts'
import { continuesLine, LEVELS, type Level, levelOf } from '../text/level.ts'

/** Lines that a window keeps. */
export const CAPACITY = 100_000
/** Characters of them all: long lines leave room for fewer. */
const CHARACTERS = 64 * 1024 * 1024

/**
 * The last lines of a log, each under a number that it keeps: lines are counted from 0, and the oldest make room for new
 * ones.
 */
export class LineStore {
  readonly #capacity: number
  readonly #characters: number
  readonly #lines: (LogLine | undefined)[]
  readonly #levels: Uint8Array
  /** The level of the line before, by container and stream: what goes on with it is as bad. */
  readonly #last = new Map<string, Level>()
  #size = 0
  #first = 0
  #end = 0

  constructor(capacity = CAPACITY, characters = CHARACTERS) {
    this.#capacity = capacity
    this.#characters = characters
    this.#lines = new Array(capacity)
    this.#levels = new Uint8Array(capacity)
  }

  /** The number of the oldest line that is kept: so many were dropped. */
  get first(): number {
    return this.#first
  }

  /** The number that the next line gets. */
  get end(): number {
    return this.#end
  }

  append(lines: readonly LogLine[]): void {
    for (const line of lines) {
      if (this.#end - this.#first === this.#capacity) this.#drop()
      this.#lines[this.#end % this.#capacity] = line
      this.#levels[this.#end % this.#capacity] = this.#levelOf(line)
      this.#size += line.text.length
      this.#end++
      while (this.#size > this.#characters && this.#end - this.#first > 1) this.#drop()
    }
  }

  line(number: number): LogLine | undefined {
    return number >= this.#first && number < this.#end ? this.#lines[number % this.#capacity] : undefined
  }

  level(number: number): Level {
    return (this.#levels[number % this.#capacity] ?? LEVELS.none) as Level
  }

  #drop(): void {
    this.#size -= this.#lines[this.#first % this.#capacity]?.text.length ?? 0
    this.#lines[this.#first % this.#capacity] = undefined
    this.#first++
  }

  #levelOf({ container, stream, text }: LogLine): Level {
    const key = `${container} ${stream}`
    const own = levelOf(text)
    const level = own === LEVELS.none && continuesLine(text) ? (this.#last.get(key) ?? own) : own
    this.#last.set(key, level)
    return level
  }
}
