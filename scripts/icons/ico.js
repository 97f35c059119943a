/** A directory of this size, in bytes, and each of its entries. Source: Microsoft's description of the ICO format. */
const HEADER = 6
const ENTRY = 16

/**
 * Windows' icon file, with its images as PNG, as Windows has read them since Vista.
 * @param {{size: number, png: Buffer}[]} images squares of at most 256 pixels
 * @returns {Buffer}
 */
export function makeIco(images) {
  const header = Buffer.alloc(HEADER + ENTRY * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  images.forEach(({ size, png }, index) => {
    const at = HEADER + ENTRY * index
    // One byte each for width and height; 256 is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}
