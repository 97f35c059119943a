import { ShoalError } from '../../../contract/errors.ts'
import type { LogEntry } from '../gateway.ts'
import { FrameSplitter } from '../wire/frames.ts'
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
  const read = (chunk: Buffer, out: LogEntry[]) => {
    for (const { kind, data, last } of splitter.push(chunk)) {
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
  for await (const chunk of chunks) yield* some((out) => read(chunk, out))
  yield* some((out) => {
    stdout.end(false, out)
    stderr.end(false, out)
  })
}

/** What was put in, unless it is nothing. */
function some(fill: (out: LogEntry[]) => void): LogEntry[][] {
  const out: LogEntry[] = []
  fill(out)
  return out.length > 0 ? [out] : []
}
