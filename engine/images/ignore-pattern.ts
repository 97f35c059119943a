/** One line of a `.dockerignore`, ready to match. */
export interface IgnorePattern {
  /** `!pattern`: what it matches is sent after all. */
  readonly exception: boolean
  /** The cleaned pattern, without its exclamation mark. */
  readonly text: string
  matches(path: string): boolean
}

/** Characters that mean the same in a regular expression as in Go's filepath.Match: `[a-z]`, `[^a]`. */
const CHARSET = '[]^-'

/**
 * Translates one pattern as github.com/moby/patternmatcher v0.6 does (the rules of BuildKit and Compose): `*` and `?`
 * stop at a slash, `**` does not, a backslash makes the next character literal. Paths have forward slashes and are
 * relative to the context. Throws a SyntaxError for a malformed pattern such as `[a`.
 */
export function compilePattern(line: string): IgnorePattern {
  const exception = line.startsWith('!')
  const text = exception ? line.slice(1) : line
  if (text === '') throw new SyntaxError('"!" stands alone')
  // The matcher compares the end of the path for a leading `**`, so `**x` matches `ax` as well as `a/x`.
  const suffix = text.slice(2)
  if (text.startsWith('**') && !/[*?[\]\\]/.test(suffix))
    return {
      exception,
      text,
      matches: (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1)),
    }
  if (!/[*?[\]\\]/.test(text)) return { exception, text, matches: (path) => path === text }
  const regexp = new RegExp(`^${translate(text)}$`)
  return { exception, text, matches: (path) => regexp.test(path) }
}

function translate(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '*' && text[i + 1] === '*') {
      i += text[i + 2] === '/' ? 2 : 1
      out += i + 1 === text.length ? '.*' : '(.*/)?'
    } else if (char === '*') out += '[^/]*'
    else if (char === '?') out += '[^/]'
    else if (char === '\\') out += literal(text.charAt(++i) || '\\')
    else out += CHARSET.includes(char) ? char : literal(char)
  }
  return out
}

function literal(char: string): string {
  return /\w/.test(char) ? char : `\\${char}`
}
