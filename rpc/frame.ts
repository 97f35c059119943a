import { z } from 'zod'
import type { Frame } from './port.ts'

/**
 * A message without bytes is JSON in a text frame: the fastest encoding a browser has, and readable in its
 * network panel. One with bytes is a binary frame:
 *
 *     header length (uint32, big endian) | header (JSON) | bytes | bytes ...
 *
 * The header holds the message with `null` in place of each Uint8Array, and where each belongs. Terminal output
 * so costs no base64 (a third more, and text conversion at both ends), and no value that a user can write is
 * ever taken for bytes, as a tag inside the JSON would be.
 */
const headerSchema = z.object({
  message: z.unknown(),
  bytes: z.array(z.object({ path: z.array(z.string()).min(1), length: z.number().int().nonnegative() })),
})

interface Attachment {
  readonly path: string[]
  readonly bytes: Uint8Array
}

const LENGTH_SIZE = 4

/** Encodes plain data that may hold Uint8Arrays at any depth. The frame shares no memory with the message. */
export function encode(message: object): Frame {
  if (!holdsBytes(message)) return JSON.stringify(message)
  const attachments: Attachment[] = []
  const plain = detach(message, [], attachments)
  const bytes = attachments.map(({ path, bytes }) => ({ path, length: bytes.length }))
  const header = new TextEncoder().encode(JSON.stringify({ message: plain, bytes }))
  const size = attachments.reduce((sum, { bytes }) => sum + bytes.length, LENGTH_SIZE + header.length)
  const frame = new Uint8Array(size)
  new DataView(frame.buffer).setUint32(0, header.length)
  let offset = LENGTH_SIZE
  for (const part of [header, ...attachments.map(({ bytes }) => bytes)]) {
    frame.set(part, offset)
    offset += part.length
  }
  return frame
}

/** Decodes a frame. Throws when `encode` cannot have made it. */
export function decode(frame: Frame): unknown {
  if (typeof frame === 'string') return JSON.parse(frame)
  const start = LENGTH_SIZE + new DataView(frame.buffer, frame.byteOffset, frame.length).getUint32(0)
  const text = new TextDecoder().decode(frame.subarray(LENGTH_SIZE, start))
  const { message, bytes } = headerSchema.parse(JSON.parse(text))
  let offset = start
  for (const { path, length } of bytes) {
    attach(message, path, frame.subarray(offset, offset + length))
    offset += length
  }
  if (offset !== frame.length) throw new RangeError('The lengths of a frame do not add up')
  return message
}

/** Most messages hold none, and looking costs a small part of taking them apart: 20,000 log lines a second pass here. */
function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Uint8Array) return true
  if (Array.isArray(value)) return value.some(holdsBytes)
  for (const key in value) if (holdsBytes(Reflect.get(value, key))) return true
  return false
}

function detach(value: unknown, path: string[], attachments: Attachment[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) {
    attachments.push({ path, bytes: value })
    return null
  }
  if (Array.isArray(value)) return value.map((item, at) => detach(item, [...path, String(at)], attachments))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, detach(item, [...path, key], attachments)]),
  )
}

/** Puts bytes where `detach` left a null; only own properties, so that no path leads into a prototype. */
function attach(root: unknown, path: string[], bytes: Uint8Array): void {
  let holder = root
  for (const [depth, key] of path.entries()) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key))
      throw new RangeError('A frame has bytes that belong nowhere')
    if (depth === path.length - 1) Reflect.set(holder, key, bytes)
    else holder = Reflect.get(holder, key)
  }
}
