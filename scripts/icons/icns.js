/**
 * Apple's names for PNG images in an icon file, by their size in pixels: once for ordinary screens, once for those with two
 * pixels a point.
 * @type {Record<number, string[]>}
 */
const TYPES = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/**
 * macOS's icon file.
 * @param {{size: number, png: Buffer}[]} images
 * @returns {Buffer}
 */
export function makeIcns(images) {
  const blocks = images.flatMap(({ size, png }) => (TYPES[size] ?? []).map((type) => block(type, png)))
  return block('icns', Buffer.concat(blocks))
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function block(type, content) {
  const header = Buffer.alloc(8)
  header.write(type, 'ascii')
  header.writeUInt32BE(content.length + header.length, 4)
  return Buffer.concat([header, content])
}
