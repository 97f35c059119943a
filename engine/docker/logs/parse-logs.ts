import { ShoalError } from '../../../contract/errors.ts'
import type { LogEntry } from '../gateway.ts'
import { FrameSplitter } from '../wire/frames.ts'
import { LineAssembler } from './line-assembler.ts'

/** Log entries from the bytes of Docker's log stream, asked for with timestamps. */
export function parseLogs(chunks: AsyncIterable<Buffer>, tty: boolean): AsyncGenerator<LogEntry> {
  return tty ? parseTerminal(chunks) : parseFrames(chunks)
}

async function* parseTerminal(chunks: AsyncIterable<Buffer>): AsyncGenerator<LogEntry> {
  const lines = new LineAssembler('stdout')
  for await (const chunk of chunks) yield* lines.raw(chunk)
  yield* lines.end(true)
}

async function* parseFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<LogEntry> {
  const splitter = new FrameSplitter()
  const stdout = new LineAssembler('stdout')
  const stderr = new LineAssembler('stderr')
  let payload: Buffer[] = []
  for await (const chunk of chunks) {
    for (const { kind, data, last } of splitter.push(chunk)) {
      payload.push(data)
      if (!last) continue
      const message = payload.length === 1 ? data : Buffer.concat(payload)
      payload = []
      if (kind === 3)
        throw new ShoalError('container-failed', `Docker cannot read the log: ${message.toString()}`)
      yield* (kind === 2 ? stderr : stdout).message(message)
    }
  }
  yield* stdout.end(false)
  yield* stderr.end(false)
}
