import { crc32 } from 'node:zlib'

/** What every PNG begins with. */
export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export interface Chunk {
  readonly type: string
  readonly data: Buffer
}

/** The chunks of a PNG. Pure. */
export function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const begin = at + 8
    const end = begin + png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, begin), data: png.subarray(begin, end) })
    at = end + 4
  }
  return chunks
}

/** One chunk as it stands in the file. Pure. */
export function chunkBytes({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
