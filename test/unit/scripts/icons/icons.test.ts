import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeIcns } from '../../../../scripts/icons/icns.js'
import { makeIco } from '../../../../scripts/icons/ico.js'
import { root } from '../../../../scripts/setup/paths.js'

const resources = join(root, 'resources')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Width and height of a PNG stand at the same place in each. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('Windows’ icon says of each image where it is and how large', () => {
  const images = [
    { size: 16, png: Buffer.from('small') },
    { size: 256, png: Buffer.from('large one') },
  ]
  const ico = makeIco(images)
  const entry = (at: number) => ({
    size: ico.readUInt8(at),
    content: ico
      .subarray(ico.readUInt32LE(at + 12), ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8))
      .toString(),
  })
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0])
  expect([entry(6), entry(22)]).toEqual([
    { size: 16, content: 'small' },
    { size: 0, content: 'large one' },
  ])
})

test('macOS’ icon has an image for each size, and again where it serves two pixels a point', () => {
  const icns = makeIcns([
    { size: 24, png: Buffer.from('macOS knows no such size') },
    { size: 32, png: Buffer.from('32') },
  ])
  expect(icns.toString('latin1')).toBe('icns\0\0\0\x1cicp5\0\0\0\x0a32ic11\0\0\0\x0a32')
})

test('The icons in resources/ have the sizes that they are named after', async () => {
  const icons = Object.fromEntries(
    await Promise.all(
      (await readdir(join(resources, 'icons'))).map(
        async (name) => [name, sizeOf(await readFile(join(resources, 'icons', name)))] as const,
      ),
    ),
  )
  expect(icons).toEqual(Object.fromEntries(SIZES.map((size) => [`${size}x${size}.png`, [size, size]])))
})

test.each(['healthy', 'idle', 'trouble'])(
  'The tray has an icon for %s, drawn for each screen',
  async (state) => {
    const scales = { '.png': 16, '@1.5x.png': 24, '@2x.png': 32, 'Template.png': 16, 'Template@2x.png': 32 }
    for (const [suffix, size] of Object.entries(scales)) {
      expect(sizeOf(await readFile(join(resources, 'tray', `${state}${suffix}`)))).toEqual([size, size])
    }
  },
)
