import type { Range } from './secret-ranges.ts'

/** What stands for a hidden value. Always as long, since a length tells something as well. */
export const DOTS = '••••••••'

/** A part of a text with dots in place of what the ranges cover. Pure. */
export function withDots(text: string, { from, to }: Range, hidden: readonly Range[]): string {
  let shown = ''
  let at = from
  for (const range of hidden) {
    if (range.to <= at || range.from >= to) continue
    shown += text.slice(at, Math.max(at, range.from)) + DOTS
    at = Math.min(range.to, to)
  }
  return shown + text.slice(at, to)
}
