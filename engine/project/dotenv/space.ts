/** What Go's unicode.IsSpace takes for a space: Compose trims with it, and JavaScript's \s differs from it. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** The spaces that may stand around a key or before a value, on one line. */
const INLINE_SPACE = /[\t\v\f\r \u0085\u00a0]/

export const isSpace = (char: string): boolean => SPACE.test(char)

export const isInlineSpace = (char: string): boolean => INLINE_SPACE.test(char)

/** The end of `text` between `from` and `to` without the spaces at its end. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isSpace(text.charAt(end - 1))) end -= 1
  return end
}
