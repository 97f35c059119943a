/** A replacement of a range of a text; an insertion where both offsets are one. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A text with replacements that do not overlap; whatever they do not name keeps its bytes. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let edited = ''
  let at = 0
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    edited += source.slice(at, from) + text
    at = to
  }
  return edited + source.slice(at)
}

/** Where the line of an offset ends, before its line break. */
export function lineEndOf(source: string, offset: number): number {
  const end = source.indexOf('\n', offset)
  if (end === -1) return source.length
  return source.charAt(end - 1) === '\r' ? end - 1 : end
}

/** Where the line of an offset begins. */
export const lineStartOf = (source: string, offset: number): number =>
  source.lastIndexOf('\n', offset - 1) + 1

/** The line break that a text uses. */
export const lineBreakOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n')

/** A line break and the indentation of the line at an offset: what a line right below it begins with. */
export function lineBelow(source: string, offset: number): string {
  const indent = /^\uFEFF?([^\S\n]*)/.exec(source.slice(lineStartOf(source, offset), offset))?.[1] ?? ''
  return `${lineBreakOf(source)}${indent}`
}
