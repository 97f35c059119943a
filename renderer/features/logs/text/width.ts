/** Marks that are drawn onto the character before them, and characters that are not drawn: joiners, the soft hyphen. */
const NONE = /\p{Mn}|\p{Me}|\p{Cf}/u
const ASCII = /^[\u0020-\u007e]*$/

/**
 * Ranges of characters that take two cells, as xterm.js has them (Unicode 6 wide and full width; emoji take one).
 * What is laid out here must fall into the cells where xterm.js puts it.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
]

/** Cells of a terminal that one character takes: 0, 1 or 2. */
export function cellsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return code === 0xad ? 0 : 1
  if (NONE.test(character)) return 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** Cells that a text without control characters takes. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const character of text) width += cellsOf(character)
  return width
}

/** How many UTF-16 units of a text, from one on, fit into so many cells. At least one character, so that it ends. */
export function unitsIn(text: string, from: number, cells: number): number {
  if (ASCII.test(text)) return Math.min(text.length - from, Math.max(1, cells))
  let width = 0
  let at = from
  for (const character of text.slice(from)) {
    width += cellsOf(character)
    if (width > cells && at > from) break
    at += character.length
  }
  return at - from
}
