/** Rows drawn beyond either edge, so that a quick scroll shows no gap. */
const BEYOND = 8

/** Which rows of a long list are drawn: from, and to which one is left out. Pure. */
export function visibleRows(
  count: number,
  { top, height }: { readonly top: number; readonly height: number },
  rowHeight: number,
): { from: number; to: number } {
  const first = Math.floor(top / rowHeight) - BEYOND
  const last = Math.ceil((top + height) / rowHeight) + BEYOND
  const from = Math.max(0, Math.min(first, count))
  return { from, to: Math.max(from, Math.min(last, count)) }
}

/** Where to scroll so that a row is seen whole, below what covers the top; undefined when it is. Pure. */
export function scrollFor(
  row: number,
  { top, height }: { readonly top: number; readonly height: number },
  rowHeight: number,
  covered: number,
): number | undefined {
  const above = row * rowHeight
  if (above < top) return above
  const below = above + rowHeight + covered
  return below > top + height ? below - height : undefined
}
