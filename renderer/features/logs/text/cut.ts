import type { Span } from './span.ts'
import { unitsIn } from './width.ts'

/** Share of a row that may stay empty, so that a word need not be broken. */
const SLACK = 0.3

/**
 * Where the rows of a text begin when it is wrapped at so many cells: at a word, unless that is too long. There is one row at
 * least. Pure.
 */
export function breaksOf(text: string, cells: number): number[] {
  const breaks = [0]
  for (let at = rowEnd(text, 0, cells); at < text.length; at = rowEnd(text, at, cells)) breaks.push(at)
  return breaks
}

function rowEnd(text: string, from: number, cells: number): number {
  const end = from + unitsIn(text, from, cells)
  if (end >= text.length) return end
  // A space that does not fit is not shown: it is where the row ends.
  const space = text.lastIndexOf(' ', end)
  return space > end - (end - from) * SLACK && space > from ? space + 1 : end
}

/** The part of some spans between two places of their text. Pure. */
export function cutSpans(spans: readonly Span[], from: number, to: number): Span[] {
  const cut: Span[] = []
  let at = 0
  for (const span of spans) {
    const { text } = span
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (piece !== '') cut.push({ ...span, text: piece })
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
    for (const span of cutSpans(spans, from, to)) marked.push({ ...span, look: { ...span.look, found } })
    done = to
  }
  return [...marked, ...cutSpans(spans, done, Number.POSITIVE_INFINITY)]
}
