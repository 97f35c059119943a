import { applySgr } from './sgr.ts'
import { type Look, PLAIN, type Span } from './span.ts'

/** Characters that a terminal acts upon or that turn the direction of a text: none of them is ever passed on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const ANY = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/

/**
 * Everything that starts with an escape character or its 8-bit form. First a colour sequence, whose parameters are
 * kept; then control sequences, strings up to their end (or the line's), other escapes; last any single one.
 */
const SEQUENCE = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)([0-9;:]*)m',
    '(?:\\u001b\\[|\\u009b)[\\u0030-\\u003f]*[\\u0020-\\u002f]*[\\u0040-\\u007e]?',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[\\u0020-\\u002f]*[\\u0030-\\u007e]?',
    ANY.source,
  ].join('|'),
  'g',
)

const TAB = '    '

/**
 * A line as an app wrote it, as pieces without control characters: the colours it chose are kept as looks, and
 * whatever else could drive a terminal is taken out. Pure.
 */
export function parseAnsi(text: string): Span[] {
  if (!ANY.test(text)) return [{ text, look: PLAIN }]
  const spans: Span[] = []
  let look: Look = PLAIN
  let done = 0
  const add = (piece: string) => {
    const last = spans.at(-1)
    if (piece === '') return
    if (last?.look === look) spans[spans.length - 1] = { text: last.text + piece, look }
    else spans.push({ text: piece, look })
  }
  for (const match of text.matchAll(SEQUENCE)) {
    add(text.slice(done, match.index))
    done = match.index + match[0].length
    if (match[0] === '\t') add(TAB)
    if (match[1] !== undefined) look = applySgr(look, match[1])
  }
  add(text.slice(done))
  return spans.length > 0 ? spans : [{ text: '', look: PLAIN }]
}

/** The same as plain text. */
export function stripAnsi(text: string): string {
  if (!ANY.test(text)) return text
  return text.replace(SEQUENCE, (sequence) => (sequence === '\t' ? TAB : ''))
}
