import { ShoalError } from '../../../contract/errors.ts'
import type { LogEntry } from '../gateway.ts'
import { FrameSplitter, HEADER_LENGTH } from '../wire/frames.ts'
import { LineAssembler } from './line-assembler.ts'

/**
 * Log entries from the bytes of Docker's log stream, asked for with timestamps: those of each chunk together, since a
 * promise for every line would cost more than the line.
 */
export function parseLogs(chunks: AsyncIterable<Buffer>, tty: boolean): AsyncGenerator<LogEntry[]> {
  return tty ? parseTerminal(chunks) : parseFrames(chunks)
}

async function* parseTerminal(chunks: AsyncIterable<Buffer>): AsyncGenerator<LogEntry[]> {
  const lines = new LineAssembler('stdout')
  for await (const chunk of chunks) yield* some((out) => lines.raw(chunk, out))
  yield* some((out) => lines.end(true, out))
}

async function* parseFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<LogEntry[]> {
  const splitter = new FrameSplitter()
  const stdout = new LineAssembler('stdout')
  const stderr = new LineAssembler('stderr')
  let payload: Buffer[] = []
  /** Whole lines in whole frames, as far as there are any. Returns where they end. */
  const skim = (chunk: Buffer, from: number, out: LogEntry[]): number => {
    let at = from
    for (let next = wholeFrame(chunk, at); next > 0; next = wholeFrame(chunk, at)) {
      const assembler = chunk[at] === 1 ? stdout : stderr
      const line = assembler.whole(chunk, at + HEADER_LENGTH, next)
      if (line === undefined) break
      out.push(line)
      at = next
    }
    return at
  }
  /** The part of a frame that is cut at the borders of chunks, or holds no whole line. */
  const piece = (part: Buffer, out: LogEntry[]) => {
    for (const { kind, data, last } of splitter.push(part)) {
      payload.push(data)
      if (!last) continue
      const message = payload.length === 1 ? data : Buffer.concat(payload)
      payload = []
      if (kind === 3)
        throw new ShoalError('container-failed', `Docker cannot read the log: ${message.toString()}`)
      const assembler = kind === 2 ? stderr : stdout
      assembler.message(message, out)
    }
  }
  const read = (chunk: Buffer, out: LogEntry[]) => {
    let at = 0
    while (at < chunk.length) {
      if (!splitter.midFrame) at = skim(chunk, at, out)
      const part = chunk.subarray(at, at + splitter.missing)
      piece(part, out)
      at += part.length
    }
  }
  for await (const chunk of chunks) yield* some((out) => read(chunk, out))
  yield* some((out) => {
    stdout.end(false, out)
    stderr.end(false, out)
  })
}

/** Where the frame of standard output or error that begins here ends; 0 when it does not end in this chunk. */
function wholeFrame(chunk: Buffer, at: number): number {
  if (at + HEADER_LENGTH > chunk.length || (chunk[at] !== 1 && chunk[at] !== 2)) return 0
  const end = at + HEADER_LENGTH + chunk.readUInt32BE(at + 4)
  return end <= chunk.length ? end : 0
}

/** What was put in, unless it is nothing. */
function some(fill: (out: LogEntry[]) => void): LogEntry[][] {
  const out: LogEntry[] = []
  fill(out)
  return out.length > 0 ? [out] : []
}
