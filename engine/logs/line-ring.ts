import type { LogLine } from '../../contract/models.ts'

/** What a line takes in memory besides its text, about. Bytes. */
const OVERHEAD = 120

export interface RingLimits {
  readonly lines: number
  /** A line counts with its characters and 120 bytes more. */
  readonly bytes: number
}

/** Some megabytes of lines that wait for a reader. When it is full, the oldest make room and are counted. */
export class LineRing {
  readonly #limits: RingLimits
  #lines: (LogLine | undefined)[] = []
  /** Where the oldest line lies; what is before it was taken. */
  #head = 0
  #bytes = 0
  #skipped = 0

  constructor(limits: RingLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#lines.length - this.#head
  }

  push(lines: readonly LogLine[]): void {
    for (const line of lines) {
      this.#lines.push(line)
      this.#bytes += bytesOf(line)
      while (this.size > this.#limits.lines || (this.#bytes > this.#limits.bytes && this.size > 1)) {
        this.#shift()
        this.#skipped++
      }
    }
    if (this.#head > this.size) this.#compact()
  }

  /** The oldest lines, at most so many, and how many before them nobody read. */
  take(most: number): { lines: LogLine[]; skipped: number } {
    const lines: LogLine[] = []
    while (lines.length < most && this.size > 0) {
      const line = this.#shift()
      if (line !== undefined) lines.push(line)
    }
    if (this.#head > this.size) this.#compact()
    const skipped = this.#skipped
    this.#skipped = 0
    return { lines, skipped }
  }

  #shift(): LogLine | undefined {
    const line = this.#lines[this.#head]
    this.#lines[this.#head] = undefined
    this.#head++
    if (line !== undefined) this.#bytes -= bytesOf(line)
    return line
  }

  #compact(): void {
    this.#lines = this.#lines.slice(this.#head)
    this.#head = 0
  }
}

function bytesOf({ text }: LogLine): number {
  return text.length + OVERHEAD
}
