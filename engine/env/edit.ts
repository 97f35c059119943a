import { scanDotenv } from '../project/dotenv/parse.ts'
import type { Statement } from '../project/dotenv/scan.ts'
import { checkName } from './keys.ts'
import { quoteValue } from './quote.ts'

/**
 * A `.env` text with variables set. Each is changed where it stands (the last of several, because that one counts) or
 * added at the end. Everything else stays byte for byte: comments, order, quotes, line ends, a byte order mark, and
 * whether the text ends with a line end.
 *
 * @throws ShoalError `usage` for a name that can't be one, `env-invalid` when the text is malformed.
 */
export function setVariables(text: string, values: Readonly<Record<string, string>>): string {
  for (const name of Object.keys(values)) checkName(name)
  let edited = text
  for (const [name, value] of Object.entries(values)) edited = setVariable(edited, name, value)
  return edited
}

/**
 * A `.env` text without some variables: every line that sets one goes, with the comment at its end.
 *
 * @throws ShoalError `usage` for a name that can't be one, `env-invalid` when the text is malformed.
 */
export function unsetVariables(text: string, names: readonly string[]): string {
  for (const name of names) checkName(name)
  let edited = text
  for (const statement of scanDotenv(text).reverse())
    if (names.includes(statement.key)) edited = removeStatement(edited, statement)
  return edited
}

function setVariable(text: string, name: string, value: string): string {
  const statement = scanDotenv(text).findLast(({ key }) => key === name)
  if (statement === undefined) return append(text, `${name}=${quoteValue(value)}`)
  if (statement.bare) return splice(text, statement.keyEnd, statement.keyEnd, `=${quoteValue(value)}`)
  // An empty value before a comment needs quotes, or the comment becomes the value.
  const commented = /^[^\S\n]*#/.test(text.slice(statement.valueEnd))
  const quoted =
    value === '' && commented && statement.quote === '' ? "''" : quoteValue(value, statement.quote)
  return splice(text, statement.valueStart, statement.valueEnd, quoted)
}

const splice = (text: string, start: number, end: number, replacement: string): string =>
  text.slice(0, start) + replacement + text.slice(end)

function append(text: string, line: string): string {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n'
  if (text === '' || text === '\uFEFF') return `${text}${line}${lineEnd}`
  return text.endsWith('\n') ? `${text}${line}${lineEnd}` : `${text}${lineEnd}${line}`
}

function removeStatement(text: string, statement: Statement): string {
  const [from, to] = statementRange(text, statement)
  return splice(text, from, to, '')
}

/** What goes with a statement: its whole line when nothing else is on it, else only itself. */
export function statementRange(text: string, { start, valueEnd }: Statement): [from: number, to: number] {
  const before = /(?:^|\n)(\uFEFF?)[^\S\n]*$/.exec(text.slice(0, start))
  const after = /^[^\S\n]*(?:#[^\n]*)?(\n|$)/.exec(text.slice(valueEnd))
  if (before === null || after === null) return [start, valueEnd]
  const lineStart = start - (before[0].replace(/^\n/, '').length - (before[1] ?? '').length)
  const lineEnd = valueEnd + after[0].length
  if (after[1] === '\n') return [lineStart, lineEnd]
  return [text.slice(0, lineStart).replace(/\r?\n$/, '').length, lineEnd]
}
