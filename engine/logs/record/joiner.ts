import type { LogEntry } from '../../docker/gateway.ts'

/** Milliseconds by which lines that belong together lie apart at most: they are written in one go. */
const GAP = 300
/** The same for a traceback behind the message of whoever logs it. */
const AT_ONCE = 20
/** Lines of one record; what is longer is no stack to be read and becomes several. */
const MOST = 500

const SPACE = 0x20
const TAB = 0x09

/** What a stream is in the middle of. */
type Mode = 'none' | 'stack' | 'caret' | 'python' | 'after-python' | 'go'

/** What a line of a trace can begin with besides white space, and what begins a trace whose next lines look like any other. */
const TELLING = new Set([...'}])CT.DNpfg'].map((letter) => letter.charCodeAt(0)))

const PYTHON = /^Traceback \(most recent call last\)/
const GO = /^(?:panic: |fatal error: |goroutine \d+ \[)/
const IN_GO = /^(?:goroutine \d|\[signal |created by |exit status \d|[\w./*()[\]·{}-]+\(.*\)$)/
const CLOSES = /^(?:[}\])]|Caused by\b|\.\.\. \d+ (?:more|common))/
const AGAIN = /^(?:During handling of|The above exception)/
const THROWN = /^(?:\w[\w.]*(?:Error|Exception)\b|Uncaught|Error\b)/

/** Tells which lines of a log go on with the line before them of their stream: the frames of a stack, the rest of a dump. */
export class Joiner {
  readonly #stdout = new StreamJoiner()
  readonly #stderr = new StreamJoiner()

  /** To be asked for every line, in order. `first` is the first byte of its text, 0 where it is empty. */
  continues(entry: LogEntry, first: number): boolean {
    return (entry.stream === 'stdout' ? this.#stdout : this.#stderr).continues(entry, first)
  }
}

class StreamJoiner {
  #mode: Mode = 'none'
  #time = Number.NEGATIVE_INFINITY
  /** Lines of the record so far. */
  #lines = 0

  continues(entry: LogEntry, first: number): boolean {
    const gap = entry.time - this.#time
    this.#time = entry.time
    const near = gap <= GAP && this.#lines > 0 && this.#lines < MOST
    const ordinary = first > SPACE && !TELLING.has(first)
    // Nearly all lines: they neither go on with anything nor begin anything.
    if (ordinary && (this.#mode === 'none' || !near)) return this.#begin('none')
    const text = entry.text
    const mode = near ? this.#next(text, first, gap) : undefined
    if (mode === undefined) return this.#begin(PYTHON.test(text) ? 'python' : GO.test(text) ? 'go' : 'none')
    this.#mode = mode
    this.#lines++
    return true
  }

  #begin(mode: Mode): false {
    this.#mode = mode
    this.#lines = 1
    return false
  }

  /** The mode after a line that goes on with what was before; undefined for one that does not. */
  #next(text: string, first: number, gap: number): Mode | undefined {
    const mode = this.#mode
    if (first === 0) return mode === 'none' ? undefined : mode
    if (first === SPACE || first === TAB) return this.#indented(text)
    if (mode === 'python') return 'after-python'
    if (mode === 'go' && IN_GO.test(text)) return 'go'
    if (mode === 'caret' && THROWN.test(text)) return 'stack'
    if (mode === 'after-python' && AGAIN.test(text)) return mode
    if (mode === 'stack' && /^Node\.js v\d/.test(text)) return mode
    if (PYTHON.test(text) && (mode === 'after-python' || gap <= AT_ONCE)) return 'python'
    return CLOSES.test(text) ? mode : undefined
  }

  #indented(text: string): Mode {
    const mode = this.#mode
    if (mode !== 'none' && mode !== 'caret') return mode
    if (/^\s+at /.test(text)) return 'stack'
    return /^\s+[\^~]+\s*$/.test(text) ? 'caret' : mode
  }
}
