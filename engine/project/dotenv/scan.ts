import { isInlineSpace, isSpace, trimmedEnd } from './space.ts'

/** One variable of a `.env` file, with the offsets that an editor of the file needs. */
export interface Statement {
  readonly key: string
  /** Where it starts, `export` included. */
  readonly start: number
  /** Right after the key. */
  readonly keyEnd: number
  /** The value as written, its quotes included; both at `keyEnd` for a key without a value. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly quote: '' | "'" | '"'
  /** A key alone on its line: its value is looked up. */
  readonly bare: boolean
}

/** Why a `.env` file can't be read, and at which offset. It never quotes the file. */
export class EnvFault extends Error {
  override readonly name = 'EnvFault'
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.offset = offset
  }
}

/**
 * Splits a `.env` file into its statements, as Compose 2.40 does: `KEY=value`, `KEY: value` and a bare `KEY`, each
 * with `export ` before it or not. A statement after a closing quote may follow on the same line. A byte order mark
 * is skipped.
 *
 * @param onFault told of each fault instead of throwing it; reading then goes on at the line after it
 * @throws EnvFault
 */
export function scan(text: string, onFault?: (fault: EnvFault) => void): Statement[] {
  const statements: Statement[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    at = skipBlank(text, at)
    if (at >= text.length) return statements
    try {
      const { statement, next } = readStatement(text, at)
      if (statement !== undefined) statements.push(statement)
      at = next
    } catch (fault) {
      if (onFault === undefined || !(fault instanceof EnvFault)) throw fault
      onFault(fault)
      at = lineEnd(text, fault.offset)
    }
  }
}

/** The line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    if (text[at] === '#') at = lineEnd(text, at)
    else if (isSpace(text.charAt(at))) at += 1
    else break
  }
  return at
}

/** Where the line of an offset ends, before its line feed. */
export const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function readStatement(text: string, start: number): { statement: Statement | undefined; next: number } {
  let keyStart = start
  if (/^export[\t\n\f\r ]/.test(text.slice(start, start + 7))) {
    keyStart += 'export'.length
    while (isInlineSpace(text.charAt(keyStart))) keyStart += 1
  }
  const separator = findSeparator(text, keyStart)
  if (separator === -1) return { statement: undefined, next: text.length }
  const keyEnd = trimmedEnd(text, keyStart, separator)
  const key = text.slice(keyStart, keyEnd)
  if (key.includes(' ')) throw new EnvFault('a name can not contain a space', keyStart)
  if (text[separator] === '\n') {
    const statement = {
      key,
      start,
      keyEnd,
      valueStart: keyEnd,
      valueEnd: keyEnd,
      quote: '',
      bare: true,
    } as const
    return { statement, next: separator + 1 }
  }
  let valueStart = separator + 1
  while (isInlineSpace(text.charAt(valueStart))) valueStart += 1
  const { quote, valueEnd, next } = readValue(text, valueStart)
  // An empty value stands right after its separator: what follows may be the line end's carriage return.
  if (valueEnd === valueStart) {
    const empty = separator + 1
    return { statement: { key, start, keyEnd, valueStart: empty, valueEnd: empty, quote, bare: false }, next }
  }
  return { statement: { key, start, keyEnd, valueStart, valueEnd, quote, bare: false }, next }
}

/**
 * Where the name ends. A name that ends with the file, with neither value nor line break, counts for nothing: -1.
 */
function findSeparator(text: string, from: number): number {
  if (from >= text.length) throw new EnvFault('"export" is not followed by a name', from)
  for (let at = from; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (char === '=' || char === ':' || char === '\n') return at
    if (!isInlineSpace(char) && !/[\p{L}\p{N}_.\-[\]]/u.test(char))
      throw new EnvFault('a name has a character that names can not have', at)
    at += char.length
  }
  return -1
}

function readValue(text: string, start: number): { quote: '' | "'" | '"'; valueEnd: number; next: number } {
  const quote = text[start]
  if (quote !== '"' && quote !== "'") {
    const end = lineEnd(text, start)
    const comment = text.slice(start, end).indexOf(' #')
    return { quote: '', valueEnd: trimmedEnd(text, start, comment === -1 ? end : start + comment), next: end }
  }
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === quote) return { quote, valueEnd: at + 1, next: at + 1 }
  }
  throw new EnvFault('a quoted value is not closed', start)
}
