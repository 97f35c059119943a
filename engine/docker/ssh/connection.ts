import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { Duplex } from 'node:stream'

/** How much of ssh's own words is kept for an error, in characters. */
const WORDS_KEPT = 400

/** A connection through a child process's standard input and output, with the parts of a socket that http asks for. */
export class ProcessConnection extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams

  constructor(command: string, args: readonly string[]) {
    super({ allowHalfOpen: true })
    const child = spawn(command, args, { stdio: 'pipe', windowsHide: true })
    this.#child = child
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => {
      words = `${words}${chunk}`.slice(-WORDS_KEPT)
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) child.stdout.pause()
    })
    child.stdin.on('error', () => {})
    child.once('error', (error) => this.destroy(error))
    child.once('close', (code) => {
      if (code === 0) this.push(null)
      else this.destroy(new Error(`${command} ended with ${code}: ${words.trim()}`))
    })
  }

  override _read(): void {
    this.#child.stdout.resume()
  }

  override _write(chunk: Buffer, _encoding: string, callback: (error?: Error | null) => void): void {
    this.#child.stdin.write(chunk, callback)
  }

  override _final(callback: () => void): void {
    this.#child.stdin.end(callback)
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#child.kill()
    for (const pipe of this.#child.stdio) pipe?.destroy()
    this.unref()
    callback(error)
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  setTimeout(): this {
    return this
  }

  /** An idle connection must not keep the process alive; a used one must. */
  ref(): this {
    this.#each('ref')
    return this
  }

  unref(): this {
    this.#each('unref')
    return this
  }

  #each(method: 'ref' | 'unref'): void {
    this.#child[method]()
    for (const pipe of this.#child.stdio) {
      const handle = pipe as { ref?: () => void; unref?: () => void } | null
      handle?.[method]?.()
    }
  }
}
