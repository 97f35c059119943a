/** OKLCH angles; neighbours in the list are far apart, so that sibling instances are told apart at a glance. */
const HUES = [210, 305, 35, 155, 265, 75, 345, 185, 235, 130] as const

/** A stable colour for an instance: the same on every page and every reload. */
export function hueOf(name: string): number {
  const number = /-(\d+)$/.exec(name)?.[1]
  let seed = Number(number ?? 0) - 1
  if (number === undefined) for (const character of name) seed = (seed * 31 + character.charCodeAt(0)) % 9973
  return HUES[Math.abs(seed) % HUES.length] ?? HUES[0]
}
