import { Duplex, Readable } from 'node:stream'
import { ShoalError } from '../../../contract/errors.ts'
import { type FramePiece, FrameSplitter } from '../wire/frames.ts'

export interface Demultiplexed {
  /** Writes go to the process, reads are its standard output. */
  readonly stream: Duplex
  readonly stderr: Readable
  /** Settles when the engine ended the connection: resolves after all output was handed on, rejects when it was cut. */
  readonly done: Promise<void>
}

/**
 * Splits a hijacked connection into standard output and standard error, with backpressure: the connection pauses while
 * either is full, so both have to be read (or resumed). With a terminal there are no frames and no standard error.
 * A connection that breaks destroys both; no `error` listener is needed, since `done` tells.
 */
export function demultiplex(socket: Duplex, tty: boolean): Demultiplexed {
  const splitter = new FrameSplitter()
  const full = new Set<Readable>()
  const drained = (target: Readable) => () => {
    full.delete(target)
    if (full.size === 0) socket.resume()
  }

  const stream: Duplex = new Duplex({
    allowHalfOpen: false,
    read: () => drained(stream)(),
    write: (chunk: Buffer, _encoding, callback) => void socket.write(chunk, callback),
    final: (callback) => void socket.end(callback),
    destroy: (error, callback) => {
      socket.destroy()
      callback(error)
    },
  })
  const stderr: Readable = new Readable({ read: () => drained(stderr)() })
  stream.on('error', () => {})
  if (tty) stderr.push(null)

  const hand = ({ kind, data }: Pick<FramePiece, 'kind' | 'data'>) => {
    const target = kind < 2 ? stream : stderr
    if (data.length === 0 || target.destroyed || target.push(data)) return
    full.add(target)
    socket.pause()
  }

  const done = new Promise<void>((resolve, reject) => {
    let over = false
    const fail = (error: Error) => {
      if (over) return
      over = true
      reject(error)
      stderr.destroy()
      stream.destroy(error)
    }
    socket.on('data', (chunk: Buffer) => {
      if (tty) return hand({ kind: 1, data: chunk })
      try {
        for (const piece of splitter.push(chunk)) hand(piece)
      } catch (error) {
        fail(ShoalError.from(error))
      }
    })
    socket.once('end', () => {
      if (splitter.midFrame) return fail(cutOff())
      over = true
      stream.push(null)
      if (!tty) stderr.push(null)
      resolve()
    })
    socket.on('error', fail)
    socket.once('close', () => fail(cutOff()))
  })
  done.catch(() => {})
  return { stream, stderr, done }
}

function cutOff(): ShoalError {
  return new ShoalError(
    'engine-lost',
    'The connection to a process in a container was cut; the process may still run.',
  )
}
