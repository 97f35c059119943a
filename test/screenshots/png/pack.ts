import { deflateSync, inflateSync } from 'node:zlib'
import { chunkBytes, chunksOf, SIGNATURE } from './chunks.ts'
import { choosePalette } from './palette.ts'
import { unfilter } from './unfilter.ts'

/** Kinds of pixels: PNG specification, table 11.1. */
const WITH_ALPHA = 6
const INDEXED = 3

/**
 * Writes an opaque PNG of 8-bit RGB or RGBA anew with a palette of at most 256 colours: a picture of a window takes a third
 * then. Pure.
 */
export function packPng(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const partsOf = (type: string) =>
    Buffer.concat(chunks.filter((chunk) => chunk.type === type).map(({ data }) => data))
  const header = partsOf('IHDR')
  const width = header.readUInt32BE(0)
  const size = header[9] === WITH_ALPHA ? 4 : 3
  const pixels = unfilter(inflateSync(partsOf('IDAT')), width * size, size)
  const colors = Array.from({ length: pixels.length / size }, (_, at) => pixels.readUIntBE(at * size, 3))
  const counts = new Map<number, number>()
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1)
  const { palette, places } = choosePalette(counts)

  const rows = Buffer.alloc(colors.length + header.readUInt32BE(4))
  colors.forEach((color, at) => {
    rows[at + Math.floor(at / width) + 1] = places.get(color) ?? 0
  })
  header[9] = INDEXED
  const table = Buffer.alloc(palette.length * 3)
  palette.forEach((color, at) => {
    table.writeUIntBE(color, at * 3, 3)
  })
  return Buffer.concat([
    SIGNATURE,
    chunkBytes({ type: 'IHDR', data: header }),
    chunkBytes({ type: 'PLTE', data: table }),
    chunkBytes({ type: 'IDAT', data: deflateSync(rows, { level: 9, memLevel: 9 }) }),
    chunkBytes({ type: 'IEND', data: Buffer.alloc(0) }),
  ])
}
