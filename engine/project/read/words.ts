interface Words {
  readonly words: string[]
  /** A shell operator outside quotes ends the command: what follows it is not read. */
  readonly cut: boolean
}

/** What is open; single or double quotes can open inside backquotes, and all of them have to close. */
type Quotes = Record<'single' | 'double' | 'back' | 'dollar', boolean>

/**
 * Splits a command line into words with the rules of the library that Compose uses (go-shellwords): no variables, no
 * command substitution, though backquotes and `$(...)` keep spaces together (and so does `)` up to the next one).
 * Undefined when a quote stays open.
 */
export function splitWords(line: string): Words | undefined {
  const words: string[] = []
  const open: Quotes = { single: false, double: false, back: false, dollar: false }
  const anyOpen = () => open.single || open.double || open.back || open.dollar
  let word: string | undefined
  let escaped = false
  let cut = false
  for (const char of line) {
    if (escaped) {
      word = (word ?? '') + char
      escaped = false
    } else if (char === '\\' && !open.single) {
      escaped = true
    } else if (/[ \t\r\n]/.test(char)) {
      if (anyOpen()) word = (word ?? '') + char
      else if (word !== undefined) words.push(word)
      if (!anyOpen()) word = undefined
    } else if (toggleQuote(char, open)) {
      if (!open.single && !open.double) word ??= ''
    } else if (char === '(' && !open.single && !open.double && !open.back) {
      if (open.dollar || word?.endsWith('$') !== true) return undefined
      open.dollar = true
      word += char
    } else if (/[;&|<>]/.test(char) && !anyOpen()) {
      if (char === '>' && word !== undefined && /^[0-9]/.test(word)) word = undefined
      cut = true
      break
    } else {
      if (char === '`' && !open.single && !open.double && !open.dollar) open.back = !open.back
      if (char === ')' && !open.single && !open.double && !open.back) open.dollar = !open.dollar
      word = (word ?? '') + char
    }
  }
  if (escaped || anyOpen()) return undefined
  return { words: word === undefined ? words : [...words, word], cut }
}

/** Opens or closes what a quote character opens or closes here; false when it is an ordinary character. */
function toggleQuote(char: string, open: Quotes): boolean {
  if (char === '"' && !open.single && !open.dollar) open.double = !open.double
  else if (char === "'" && !open.double && !open.dollar) open.single = !open.single
  else return false
  return true
}
