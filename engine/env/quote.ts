import { isInlineSpace, isSpace } from '../project/dotenv/space.ts'

export type Quote = '' | "'" | '"'

/**
 * Writes a value so that Compose reads exactly it back: bare where Compose's rules allow it, else in single quotes,
 * else in double quotes with escapes.
 *
 * @param preferred the quotes that stand there already; they stay when they can.
 */
export function quoteValue(value: string, preferred: Quote = ''): string {
  if (preferred === '"') return doubleQuoted(value)
  if (preferred === '' && fitsBare(value)) return value
  return fitsSingle(value) ? `'${value}'` : doubleQuoted(value)
}

/** Nothing to interpolate, no quote or space in front, no space at the end, no comment, one line. */
function fitsBare(value: string): boolean {
  if (/[$\n\r]| #/.test(value) || /^["']/.test(value)) return false
  return value === '' || !(isInlineSpace(value.charAt(0)) || isSpace(value.charAt(value.length - 1)))
}

/** Single quotes know one escape, the quote itself, so a backslash at the end would swallow the closing quote. */
const fitsSingle = (value: string): boolean => !/['\r]|\\$/.test(value)

function doubleQuoted(value: string): string {
  const escaped = value
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
  return `"${escaped}"`
}
