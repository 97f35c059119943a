import { isInlineSpace, isSpace } from '../project/dotenv/space.ts'

export type Quote = '' | "'" | '"'

/**
 * Writes a value so that Compose reads exactly it back: bare where Compose and a shell agree on it, else in single
 * quotes, else in double quotes with escapes.
 *
 * @param preferred the quotes that stand there already; they stay when they can.
 */
export function quoteValue(value: string, preferred: Quote = ''): string {
  if (preferred === '"') return doubleQuoted(value)
  if (preferred === '' && fitsBare(value)) return value
  return fitsSingle(value) ? `'${value}'` : doubleQuoted(value)
}

/** Nothing to interpolate, no quote in front, no space: a shell that reads the file would stop there. */
function fitsBare(value: string): boolean {
  return !/^["']|\$/.test(value) && ![...value].some((char) => isSpace(char) || isInlineSpace(char))
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
