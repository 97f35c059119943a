import { once } from 'node:events'
import type { OutputStream } from '../host.ts'

/** Writes to one stream at the speed of its reader. After the reader is gone, writes do nothing. */
export class Writer {
  readonly stream: OutputStream
  #open = true

  /** `onClosed` is called once, when the reader has gone (`| head`). */
  constructor(stream: OutputStream, onClosed: () => void = () => {}) {
    this.stream = stream
    stream.on('error', () => {
      if (!this.#open) return
      this.#open = false
      onClosed()
    })
  }

  get isTerminal(): boolean {
    return this.stream.isTTY === true
  }

  /** Resolves when the stream takes more. */
  async write(data: string | Uint8Array): Promise<void> {
    if (!this.#open || this.stream.write(data)) return
    await once(this.stream, 'drain').catch(() => {})
  }

  async line(text: string): Promise<void> {
    await this.write(`${text}\n`)
  }

  /** Resolves when everything written has reached the system. */
  async flush(): Promise<void> {
    if (!this.#open) return
    await new Promise<void>((resolve) => {
      this.stream.once('error', () => resolve())
      this.stream.write('', () => resolve())
    })
  }
}
