/** Colours as 0xRRGGBB. */
type Color = number

/** What an indexed PNG holds at most. */
const MOST = 256

/**
 * At most 256 colours for a picture: again and again the one that is furthest from those chosen, weighed by its pixels, so
 * that a small red mark counts beside a large grey plane.
 * Pure.
 * @param counts pixels of each colour
 * @returns the colours, and for each colour of the picture the place of the nearest
 */
export function choosePalette(counts: ReadonlyMap<Color, number>): {
  palette: Color[]
  places: Map<Color, number>
} {
  const colors = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const weights = colors.map((color) => counts.get(color) ?? 0)
  const distances = colors.map(() => Number.POSITIVE_INFINITY)
  const nearest = colors.map(() => 0)
  const palette: Color[] = []
  while (palette.length < Math.min(MOST, colors.length)) {
    let next = 0
    let most = -1
    colors.forEach((_, at) => {
      const gain = (weights[at] ?? 0) * Math.min(distances[at] ?? 0, Number.MAX_SAFE_INTEGER)
      if (gain > most) [next, most] = [at, gain]
    })
    const chosen = colors[next] ?? 0
    colors.forEach((color, at) => {
      const distance = distanceOf(color, chosen)
      if (distance < (distances[at] ?? 0)) [distances[at], nearest[at]] = [distance, palette.length]
    })
    palette.push(chosen)
  }
  return { palette, places: new Map(colors.map((color, at) => [color, nearest[at] ?? 0])) }
}

/** The square of the distance, so that one large error counts more than several small ones. */
function distanceOf(a: Color, b: Color): number {
  const red = (a >> 16) - (b >> 16)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = (a & 255) - (b & 255)
  return red * red + green * green + blue * blue
}
