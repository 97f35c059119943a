import type { Span } from './span.ts'
import { unitsIn } from './width.ts'

/** Where the rows of a text begin when it is wrapped at so many cells. There is one row at least. Pure. */
export function breaksOf(text: string, cells: number): number[] {
  const breaks = [0]
  for (let at = unitsIn(text, 0, cells); at < text.length; at += unitsIn(text, at, cells)) breaks.push(at)
  return breaks
}

/** The part of some spans between two places of their text. Pure. */
export function cutSpans(spans: readonly Span[], from: number, to: number): Span[] {
  const cut: Span[] = []
  let at = 0
  for (const { text, look } of spans) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (piece !== '') cut.push({ text: piece, look })
    at += text.length
    if (at >= to) break
  }
  return cut
}

/** The spans with some ranges of their text marked as found. Pure. */
export function markSpans(
  spans: readonly Span[],
  ranges: readonly (readonly [from: number, to: number])[],
  found: 'found' | 'here',
): Span[] {
  if (ranges.length === 0) return [...spans]
  const marked: Span[] = []
  let done = 0
  for (const [from, to] of ranges) {
    marked.push(...cutSpans(spans, done, from))
    for (const { text, look } of cutSpans(spans, from, to)) marked.push({ text, look: { ...look, found } })
    done = to
  }
  return [...marked, ...cutSpans(spans, done, Number.POSITIVE_INFINITY)]
}
