import { readHeredoc } from './heredoc.ts'
import { CaddyfileFault, isSpace, type Token } from './token.ts'

/**
 * Splits a Caddyfile into its words, as the lexer of Caddy 2.11 does: quotes, backticks, heredocs, comments, escaped line
 * ends and a byte order mark. `{$NAME:default}` stays one word, since Caddy fills it in before it splits the text.
 *
 * @throws CaddyfileFault for quotes and heredocs that are not closed.
 */
export function scanCaddyfile(source: string): Token[] {
  const tokens: Token[] = []
  let at = source.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  let first = true
  while (at < source.length) {
    const char = source.charAt(at)
    if (char === '\n') {
      first = true
      line += 1
      at += 1
    } else if (isEscapedLineEnd(source, at)) {
      line += 1
      at = source.indexOf('\n', at) + 1
    } else if (isSpace(char)) at += 1
    else if (char === '#') {
      const end = lineEnd(source, at)
      // To Caddy a backslash anywhere in a comment escapes its line end: words behind it belong to the same line.
      const joins = source.slice(at, end).includes('\\') && end < source.length
      if (joins) line += 1
      at = joins ? end + 1 : end
    } else {
      const token = { ...readWord(source, at, line), start: at, line, first }
      tokens.push(token)
      line += source.slice(at, token.end).split('\n').length - 1
      first = false
      at = token.end
    }
  }
  return tokens
}

type Word = Pick<Token, 'text' | 'end' | 'quote'>

function readWord(source: string, start: number, line: number): Word {
  const char = source.charAt(start)
  if (char === '"') return readQuoted(source, start, line)
  if (char === '`') {
    const close = source.indexOf('`', start + 1)
    if (close === -1) throw new CaddyfileFault('backticks are not closed', line)
    return { text: source.slice(start + 1, close), end: close + 1, quote: '`' }
  }
  const heredoc = source.startsWith('<<', start) ? readHeredoc(source, start, line) : undefined
  if (heredoc !== undefined) return { ...heredoc, quote: '<<' }
  return readBare(source, start)
}

/** In double quotes only the quote itself is escaped; any other backslash stays. */
function readQuoted(source: string, start: number, line: number): Word {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === '"') {
      const text = source
        .slice(start + 1, at)
        .replace(/\\([\s\S])/g, (pair, next) => (next === '"' ? '"' : pair))
      return { text, end: at + 1, quote: '"' }
    }
  }
  throw new CaddyfileFault('a quote is not closed', line)
}

function readBare(source: string, start: number): Word {
  let at = start
  while (at < source.length && !isSpace(source.charAt(at)) && !isEscapedLineEnd(source, at)) {
    const variable = source.startsWith('{$', at) ? /^\{\$[^}\n]*\}/.exec(source.slice(at, at + 500)) : null
    at += variable?.[0].length ?? 1
  }
  // A backslash before a space is lost, and one before a < keeps it from beginning a heredoc.
  const text = source.slice(start, at).replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')
  return { text: text.replace(/^\\</, '<'), end: at, quote: '' }
}

const isEscapedLineEnd = (source: string, at: number): boolean =>
  source[at] === '\\' && (source[at + 1] === '\n' || source.startsWith('\r\n', at + 1))

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}
