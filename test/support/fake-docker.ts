import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { Duplex, PassThrough } from 'node:stream'
import type { Docker, ExecSession } from '../../engine/docker/gateway.ts'

/** A Docker that does what the test tells; anything else it is asked is an error. */
export function fakeDocker(told: Partial<Docker> = {}): Docker {
  return new Proxy(told as Docker, {
    get(target, key) {
      if (key in target || key === 'then') return Reflect.get(target, key)
      return () => {
        throw new Error(`the fake Docker was not told what to do for ${String(key)}`)
      }
    },
  })
}

/** A process in a container whose input and output are this stream. */
export function execSession(stream: Duplex, exit: Promise<number> = Promise.resolve(0)): ExecSession {
  const stderr = new PassThrough()
  stderr.end()
  return { stream, stderr, exit, resize: async () => {}, close: () => void stream.destroy() }
}

/** `nc` in a container: a plain byte stream to a port of this machine, without the methods of a socket. */
export async function ncTo(port: number): Promise<ExecSession> {
  const socket = connect(port, '127.0.0.1')
  const stream: Duplex = new Duplex({
    allowHalfOpen: false,
    read: () => socket.resume(),
    write: (chunk: Buffer, _encoding, callback) => void socket.write(chunk, callback),
    final: (callback) => void socket.end(callback),
    destroy: (error, callback) => {
      socket.destroy()
      callback(error)
    },
  })
  socket.on('data', (chunk: Buffer) => stream.push(chunk))
  socket.on('end', () => stream.push(null))
  socket.on('error', () => stream.destroy())
  stream.on('error', () => {})
  return execSession(stream)
}

/** `sh` in a container: a real one, on this machine. `pid` lets a test kill it. */
export function realShell(...args: string[]): ExecSession & { readonly pid: number } {
  const child = spawn('sh', args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const stream: Duplex = new Duplex({
    allowHalfOpen: false,
    read: () => void child.stdout.resume(),
    write: (chunk: Buffer, _encoding, callback) => void child.stdin.write(chunk, () => callback()),
    destroy: (error, callback) => {
      child.kill('SIGKILL')
      callback(error)
    },
  })
  child.stdout.on('data', (chunk: Buffer) => stream.push(chunk))
  child.stdin.on('error', () => {})
  child.once('close', () => stream.push(null))
  return { ...execSession(stream), pid: child.pid ?? 0 }
}
