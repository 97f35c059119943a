/** One word of a Caddyfile. Offsets are UTF-16 code units; `end` is exclusive. */
export interface Token {
  /** What Caddy makes of it: without quotes, escapes and heredoc marks. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** From 1: where it starts in the file. */
  readonly line: number
  readonly quote: '' | '"' | '`' | '<<'
  /** Whether it is the first of its line; an escaped line end continues one. */
  readonly first: boolean
}

/** Why a Caddyfile can't be taken apart. It never quotes the file. */
export class CaddyfileFault extends Error {
  override readonly name = 'CaddyfileFault'
  readonly line: number

  constructor(reason: string, line: number) {
    super(reason)
    this.line = line
  }
}

/** Go's unicode.IsSpace. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

export const isSpace = (char: string): boolean => SPACE.test(char)
