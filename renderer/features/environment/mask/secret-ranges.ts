import { isSecret } from '../../../../contract/secret.ts'

/** A part of a text; offsets are UTF-16 code units. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** An assignment, also one that is commented out: what stands before the value, and the name. */
const ASSIGNMENT = /^[^\S\n]*(?:#+[^\S\n]*)?(?:export[^\S\n]+)?([\p{L}\p{N}_.\-[\]]+)[^\S\n]*(=|:)[^\S\n]*/u
const COMMENT = /^[^\S\n]*#/
const NEXT_ASSIGNMENT = /\n[^\S\n]*(?:export[^\S\n]+)?[\p{L}\p{N}_.\-[\]]+[^\S\n]*=/u

/** Secret by themselves, wherever they stand: in a comment, behind a syntax error. */
const BY_THEMSELVES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g,
  /[a-z][a-z\d+.-]*:\/\/[^\s/?#]*:[^\s/?#]+@[^\s'"]*/gi,
]

/**
 * Where values that look secret stand in the text of a `.env`, quotes included, in order and apart from each other. It
 * reads the text by itself rather than ask the engine: nothing secret may be drawn before the engine has answered. Where
 * the file is malformed it hides too much rather than too little. Pure.
 */
export function secretRanges(text: string): Range[] {
  const found = assignedSecrets(text)
  for (const pattern of BY_THEMSELVES)
    for (const match of text.matchAll(pattern))
      found.push({ from: match.index, to: match.index + match[0].length })
  return join(found)
}

function assignedSecrets(text: string): Range[] {
  const found: Range[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const rest = text.slice(at)
    const match = ASSIGNMENT.exec(rest)
    const commented = COMMENT.test(rest)
    if (!match || (commented && match[2] === ':')) {
      at = lineEnd(text, at) + 1
      continue
    }
    const from = at + match[0].length
    const to = commented ? plainEnd(text, from) : valueEnd(text, from)
    const value = text.slice(from, to)
    const inside = /^["']/.test(value) ? value.slice(1).replace(/["']$/, '') : value
    if (isSecret(match[1] ?? '', inside)) found.push({ from, to })
    at = commented || /^\s*(?:\n|$|#)/.test(text.slice(to)) ? lineEnd(text, to) + 1 : Math.max(to, at + 1)
  }
  return found
}

function valueEnd(text: string, from: number): number {
  const quote = text[from]
  if (quote !== '"' && quote !== "'") return plainEnd(text, from)
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === quote) return at + 1
  }
  // The quote is not closed: as far as the next line that reads like an assignment.
  const next = NEXT_ASSIGNMENT.exec(text.slice(from))
  return next ? from + next.index : text.length
}

function plainEnd(text: string, from: number): number {
  const line = text.slice(from, lineEnd(text, from))
  const comment = line.indexOf(' #')
  return from + (comment === -1 ? line : line.slice(0, comment)).trimEnd().length
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function join(ranges: Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && range.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, range.to) }
    else joined.push(range)
  }
  return joined
}
