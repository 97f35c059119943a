import { ShoalError } from '../../../contract/errors.ts'

export const HEADER_LENGTH = 8

/** Docker's stream numbers. 3 carries an error of the engine itself. */
export type FrameKind = 0 | 1 | 2 | 3

/** A part of one frame's payload. Frames come apart at chunk borders; `last` marks the part that completes one. */
export interface FramePiece {
  readonly kind: FrameKind
  readonly data: Buffer
  readonly last: boolean
}

/**
 * Takes Docker's multiplexed stream apart: frames of an 8-byte header (stream number, three zeros, big-endian length)
 * and a payload. Keeps no payload, so memory does not grow with the size of a frame.
 */
export class FrameSplitter {
  readonly #header = Buffer.alloc(HEADER_LENGTH)
  #headerFilled = 0
  #kind: FrameKind = 1
  #left = 0

  /** True in the middle of a frame: a stream that ends here was cut off. */
  get midFrame(): boolean {
    return this.#headerFilled > 0
  }

  /** Bytes that complete the header, or else the frame, that is being read. */
  get missing(): number {
    return this.#headerFilled < HEADER_LENGTH ? HEADER_LENGTH - this.#headerFilled : this.#left
  }

  /** The pieces in a chunk that may start and end anywhere. Throws `engine-lost` when the bytes are no frames. */
  *push(chunk: Buffer): Generator<FramePiece> {
    let at = 0
    while (at < chunk.length) {
      if (this.#headerFilled < HEADER_LENGTH) {
        const copied = chunk.copy(this.#header, this.#headerFilled, at)
        this.#headerFilled += copied
        at += copied
        if (this.#headerFilled < HEADER_LENGTH) return
        this.#open()
      }
      const end = Math.min(chunk.length, at + this.#left)
      const data = chunk.subarray(at, end)
      this.#left -= data.length
      at = end
      const last = this.#left === 0
      if (last) this.#headerFilled = 0
      if (last || data.length > 0) yield { kind: this.#kind, data, last }
    }
  }

  #open(): void {
    const kind = this.#header.readUInt8(0)
    if (kind > 3 || this.#header.readUIntBE(1, 3) !== 0)
      throw new ShoalError('engine-lost', "The engine's output stream is out of step; it was closed.")
    this.#kind = kind as FrameKind
    this.#left = this.#header.readUInt32BE(4)
  }
}
