import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chunkBytes, chunksOf, SIGNATURE } from '../../../../screenshots/png/chunks.ts'
import { packPng } from '../../../../screenshots/png/pack.ts'
import { choosePalette } from '../../../../screenshots/png/palette.ts'
import { unfilter } from '../../../../screenshots/png/unfilter.ts'

/** Three by two pixels of RGB; the second row as differences to the first (filter 2). */
function picture(): Buffer {
  const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  const first = [0, 255, 0, 0, 255, 255, 255, 0, 0, 255]
  const second = [2, 0, 0, 0, 0, 0, 0, 255, 0, 1]
  return Buffer.concat([
    SIGNATURE,
    chunkBytes({ type: 'IHDR', data: header }),
    chunkBytes({ type: 'IDAT', data: deflateSync(Buffer.from([...first, ...second])) }),
    chunkBytes({ type: 'IEND', data: Buffer.alloc(0) }),
  ])
}

describe('packPng', () => {
  it('keeps every pixel of a picture with few colours, as places in a palette', () => {
    const chunks = chunksOf(packPng(picture()))
    const data = (type: string) => chunks.find((chunk) => chunk.type === type)?.data ?? Buffer.alloc(0)
    const palette = data('PLTE')
    const rows = inflateSync(data('IDAT'))
    const pixels = [1, 2, 3, 5, 6, 7].map((at) => palette.readUIntBE((rows[at] ?? 0) * 3, 3))
    expect([...data('IHDR')]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0])
    expect(pixels).toEqual([0xff0000, 0xffffff, 0x0000ff, 0xff0000, 0xffffff, 0xff0000])
  })
})

describe('unfilter', () => {
  it('undoes each of the five filters', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 5, 5, 5],
      [2, 1, 1, 1],
      [3, 10, 10, 10],
      [4, 1, 1, 1],
    ]
    expect([...unfilter(Buffer.from(rows.flat()), 3, 1)]).toEqual(
      [
        [10, 20, 30],
        [5, 10, 15],
        [6, 11, 16],
        [13, 22, 29],
        [14, 23, 30],
      ].flat(),
    )
  })
})

describe('choosePalette', () => {
  it('keeps a rare colour that is like no other, and puts near ones together', () => {
    const greys = Array.from({ length: 64 }, (_, at): [number, number] => [0x010101 * at * 4, 1_000])
    const tints = Array.from({ length: 400 }, (_, at): [number, number] => [0x808000 + (at % 200), 2])
    const { palette, places } = choosePalette(new Map([...greys, ...tints, [0xff0000, 5]]))
    expect(palette).toHaveLength(256)
    expect(palette[places.get(0xff0000) ?? -1]).toBe(0xff0000)
    expect(palette[places.get(0x000000) ?? -1]).toBe(0x000000)
  })
})
