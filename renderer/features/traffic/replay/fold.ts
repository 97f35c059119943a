/** A line of an answer, or how many were left out. */
export type Folded =
  | { readonly kind: 'line'; readonly number: number; readonly text: string; readonly differs: boolean }
  | { readonly kind: 'gap'; readonly number: number; readonly lines: number }

/** Lines that are the same everywhere and shown around those that are not. */
const AROUND = 2
/** A gap takes a line itself. */
const LEAST_GAP = 3

/** The lines by which an answer differs and a few around them. Pure. */
export function foldSame(
  lines: readonly string[],
  differs: readonly boolean[],
  whole: boolean,
): readonly Folded[] {
  const near = (at: number) => {
    for (let other = at - AROUND; other <= at + AROUND; other += 1) if (differs[other]) return true
    return false
  }
  const folded: Folded[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && !near(end)) end += 1
    if (!whole && end - at >= LEAST_GAP) {
      folded.push({ kind: 'gap', number: at + 1, lines: end - at })
      at = end
      continue
    }
    const to = Math.max(end, at + 1)
    for (; at < to; at += 1)
      folded.push({ kind: 'line', number: at + 1, text: lines[at] ?? '', differs: differs[at] ?? false })
  }
  return folded
}
