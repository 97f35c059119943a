import type { Span } from '../text/span.ts'

/** Lines of a record up to which it is always shown whole, and those that are shown of a longer one. */
const WHOLE = 6
const HEAD = 4

export interface Fold {
  /** Lines that are shown. */
  readonly shown: number
  /** Lines that are hidden, or would be. */
  readonly more: number
  readonly open: boolean
}

/** How a record of so many lines is folded; undefined where it is too short for that. Pure. */
export function foldedLines(lines: number, open: boolean): Fold | undefined {
  if (lines <= WHOLE) return undefined
  return { shown: open ? lines : HEAD, more: lines - HEAD, open }
}

/** The line that shows or hides the rest. Pure. */
export function foldSpans({ more, open }: Fold): Span[] {
  const text = open ? `▾ Hide ${more} lines` : `▸ ${more} more lines`
  return [{ text, look: { tone: 'accent' }, link: { kind: 'fold' } }]
}
