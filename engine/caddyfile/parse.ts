import { scanCaddyfile } from './scan.ts'
import { CaddyfileFault, type Token } from './token.ts'

/** One line of a Caddyfile with the block that it opens: a site, a snippet, a directive or a subdirective. */
export interface Line {
  /** The words before a block's brace; none for the global options. */
  readonly words: readonly Token[]
  readonly block?: Block
}

export interface Block {
  readonly open: Token
  readonly close: Token
  readonly lines: readonly Line[]
}

/**
 * The lines of a Caddyfile as a tree. What they mean is Caddy's to say: imports are not followed, and variables not
 * filled in.
 *
 * @throws CaddyfileFault when quotes, heredocs or braces are not closed.
 */
export function parseCaddyfile(source: string): Line[] {
  const tokens = scanCaddyfile(source)
  let next = 0

  const readLines = (open?: Token): { lines: Line[]; close: Token | undefined } => {
    const lines: Line[] = []
    for (;;) {
      const token = tokens[next]
      if (token === undefined) return { lines, close: undefined }
      if (isBrace(token, '}')) {
        if (open === undefined) throw new CaddyfileFault('a brace closes nothing', token.line)
        next += 1
        return { lines, close: token }
      }
      lines.push(readLine())
    }
  }
  const readLine = (): Line => {
    const words: Token[] = []
    for (;;) {
      const token = tokens[next]
      if (token === undefined || isBrace(token, '}') || (words.length > 0 && token.first)) return { words }
      next += 1
      if (!isBrace(token, '{')) words.push(token)
      else if (isLast(tokens[next])) {
        const { lines, close } = readLines(token)
        if (close === undefined) throw new CaddyfileFault('a brace is not closed', token.line)
        return { words, block: { open: token, close, lines } }
      } else throw new CaddyfileFault('a brace is not the last word of its line', token.line)
    }
  }
  return readLines().lines
}

const isBrace = (token: Token, brace: '{' | '}'): boolean => token.quote === '' && token.text === brace

const isLast = (next: Token | undefined): boolean => next === undefined || next.first || isBrace(next, '}')

/** Every line of a tree, those of blocks included, in the order of the file. */
export function allLines(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => [line, ...allLines(line.block?.lines ?? [])])
}
