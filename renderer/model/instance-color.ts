/** How many hues `styles/tokens.css` has for instances. */
const HUES = 10

/** The colour of an instance, the same on every screen: a hue per index, in turn. */
export function instanceColor(index: number): string {
  return `var(--instance-${((Math.max(1, index) - 1) % HUES) + 1})`
}
