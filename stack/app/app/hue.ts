/** A stable colour for an instance: an angle on the colour wheel, the same on every page and every reload. */
export function hueOf(name: string): number {
  // A trailing number alone tells siblings apart, and the golden angle keeps neighbours far from each other.
  const index = /-(\d+)$/.exec(name)?.[1]
  let seed = Number(index ?? 0)
  if (index === undefined) for (const character of name) seed = (seed * 31 + character.charCodeAt(0)) % 997
  return Math.round((190 + seed * 137.5) % 360)
}
