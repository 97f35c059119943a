interface Words {
  readonly words: string[]
  /** A shell operator outside quotes ends the command: what follows it is not read. */
  readonly cut: boolean
}

type Quote = "'" | '"' | '`' | '$('

/**
 * Splits a command line into words with the rules of the library that Compose uses (go-shellwords): no variables, no
 * command substitution, though backquotes and `$(...)` keep spaces together. Undefined when a quote stays open.
 */
export function splitWords(line: string): Words | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote: Quote | undefined
  let escaped = false
  let cut = false
  for (const char of line) {
    if (escaped) {
      word = (word ?? '') + ({ t: '\t', n: '\n' }[char] ?? char)
      escaped = false
    } else if (char === '\\' && quote !== "'") {
      escaped = true
    } else if (/[ \t\r\n]/.test(char) && quote === undefined) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if ((char === '"' || char === "'") && (quote === undefined || quote === char)) {
      if (quote === char) word ??= ''
      quote = quote === char ? undefined : char
    } else if (/[()]/.test(char) && (quote === undefined || quote === '$(')) {
      const opens = char === '(' && quote === undefined && word?.endsWith('$') === true
      if (!opens && !(char === ')' && quote === '$(')) return undefined
      quote = opens ? '$(' : undefined
      word = `${word ?? ''}${char}`
    } else if (/[;&|<>]/.test(char) && quote === undefined) {
      if (char === '>' && word !== undefined && /^[0-9]/.test(word)) word = undefined
      cut = true
      break
    } else {
      if (char === '`' && (quote === undefined || quote === '`')) quote = quote === '`' ? undefined : '`'
      word = (word ?? '') + char
    }
  }
  if (escaped || quote !== undefined) return undefined
  return { words: word === undefined ? words : [...words, word], cut }
}
