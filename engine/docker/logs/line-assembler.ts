import type { LogEntry } from '../gateway.ts'
import { RawLine } from './raw-line.ts'
import { FULL, StampClock } from './stamp-clock.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20

/** RFC 3339 with nanoseconds and an offset is 35 characters long. */
const LONGEST_STAMP = 36
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** Docker's log drivers split longer lines into messages of this many bytes, each with a stamp of its own. */
const DOCKER_SPLIT = 16 * 1024

/** A line that never ends is given out in pieces of this many bytes, so that memory stays bounded. */
const LONGEST_LINE = 1024 * 1024

/** Puts the lines of one stream together from Docker's messages, whose stamps it takes off, and adds them to `out`. */
export class LineAssembler {
  readonly #stream: LogEntry['stream']
  readonly #clock = new StampClock()
  #pieces: Buffer[] = []
  #size = 0
  #stamp = ''

  constructor(stream: LogEntry['stream']) {
    this.#stream = stream
  }

  /**
   * The same for a message that is one whole line, as nearly all are: where it lies in the bytes suffices. Undefined for
   * any other, of which nothing was kept.
   */
  whole(bytes: Buffer, from: number, to: number): LogEntry | undefined {
    if (this.#size > 0 || bytes[to - 1] !== NEWLINE || to - from <= FULL) return undefined
    if (!this.#clock.read(bytes, from)) return undefined
    const begin = from + FULL + 1
    if (bytes.indexOf(NEWLINE, begin) !== to - 1) return undefined
    const end = to - begin > 1 && bytes[to - 2] === RETURN ? to - 2 : to - 1
    return new RawLine(this.#clock.time, this.#clock.nanos, this.#stream, bytes, begin, end)
  }

  /** One message as the log driver kept it: a stamp, and a whole line or a part of one. */
  message(payload: Buffer, out: LogEntry[]): void {
    let rest = payload
    while (rest.length > 0) {
      const at = rest.indexOf(NEWLINE)
      const { stamp, text } = splitStamp(at < 0 ? rest : rest.subarray(0, at))
      if (this.#pieces.length === 0 && stamp !== undefined) this.#stamp = stamp
      this.#keep(text)
      if (at >= 0 || this.#size >= LONGEST_LINE) out.push(this.#take())
      rest = at < 0 ? rest.subarray(rest.length) : rest.subarray(at + 1)
    }
  }

  /** Bytes of a terminal, which come without messages: a stamp marks where each part of a line begins. */
  raw(chunk: Buffer, out: LogEntry[]): void {
    let rest = chunk
    while (rest.length > 0) {
      const at = rest.indexOf(NEWLINE)
      this.#keep(at < 0 ? rest : rest.subarray(0, at))
      if (at >= 0 || this.#size >= LONGEST_LINE) out.push(this.#takeRaw())
      rest = at < 0 ? rest.subarray(rest.length) : rest.subarray(at + 1)
    }
  }

  /** The line that has no end yet, when the stream is over. */
  end(tty: boolean, out: LogEntry[]): void {
    if (this.#size > 0) out.push(tty ? this.#takeRaw() : this.#take())
  }

  #keep(piece: Buffer): void {
    this.#pieces.push(piece)
    this.#size += piece.length
  }

  #takeRaw(): LogEntry {
    let rest = this.#joined()
    const parts: Buffer[] = []
    for (let first = true; rest.length > 0; first = false) {
      const { stamp, text } = splitStamp(rest)
      if (first && stamp !== undefined) this.#stamp = stamp
      parts.push(text.subarray(0, DOCKER_SPLIT))
      rest = text.subarray(DOCKER_SPLIT)
    }
    this.#pieces = parts
    return this.#take()
  }

  #take(): LogEntry {
    const line = this.#joined()
    this.#pieces = []
    this.#size = 0
    const length = line.at(-1) === RETURN ? line.length - 1 : line.length
    this.#clock.readText(this.#stamp)
    return new RawLine(this.#clock.time, this.#clock.nanos, this.#stream, line, 0, length)
  }

  #joined(): Buffer {
    const [first] = this.#pieces
    return first !== undefined && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces)
  }
}

function splitStamp(line: Buffer): { stamp?: string; text: Buffer } {
  const space = line.subarray(0, LONGEST_STAMP).indexOf(SPACE)
  const stamp = line.toString('latin1', 0, Math.max(space, 0))
  return STAMP.test(stamp) ? { stamp, text: line.subarray(space + 1) } : { text: line }
}
