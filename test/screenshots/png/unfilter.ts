/**
 * Undoes the filters of a PNG's rows (PNG specification, section 9). Pure.
 * @param rows each with its filter's number before it
 * @param stride bytes of a row without that number
 * @param size bytes of a pixel
 */
export function unfilter(rows: Buffer, stride: number, size: number): Buffer {
  const count = rows.length / (stride + 1)
  const pixels = Buffer.alloc(count * stride)
  for (let row = 0; row < count; row++) {
    const filter = rows[row * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x
      const left = x < size ? 0 : (pixels[at - size] ?? 0)
      const up = row === 0 ? 0 : (pixels[at - stride] ?? 0)
      const corner = x < size || row === 0 ? 0 : (pixels[at - stride - size] ?? 0)
      pixels[at] = (rows[row * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner)
    }
  }
  return pixels
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter === 4) return paeth(left, up, corner)
  return 0
}

/** Whichever of the three is nearest to what they foretell together. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
