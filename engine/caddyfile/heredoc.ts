import { CaddyfileFault } from './token.ts'

export interface Heredoc {
  readonly text: string
  /** Right behind the closing marker. */
  readonly end: number
}

/**
 * Reads `<<MARKER`, the lines below it and `MARKER`, as Caddy 2.11 does: the text ends with the first marker, and loses
 * the white space that stands in front of it from every line. Undefined when no heredoc begins here: a space behind the
 * marker makes it an ordinary word.
 *
 * @throws CaddyfileFault when it does not end, or its marker is none.
 */
export function readHeredoc(source: string, start: number, line: number): Heredoc | undefined {
  const opening = /^<<([^\s]*)\r?\n/.exec(source.slice(start))
  if (opening === null) return undefined
  const [whole, marker = ''] = opening
  if (!/^[A-Za-z0-9_-]+$/.test(marker)) throw new CaddyfileFault('a heredoc has no proper marker', line)
  const from = start + whole.length
  const at = source.indexOf(marker, from)
  if (at === -1) throw new CaddyfileFault('a heredoc is not closed', line)
  const lines = source.slice(from, at).split('\n')
  const padding = lines.pop() ?? ''
  if (/\S/.test(padding)) throw new CaddyfileFault('a heredoc does not end on a line of its own', line)
  const stripped = lines.map((text) => (text.startsWith(padding) ? text.slice(padding.length) : text))
  return { text: stripped.join('\n').replace(/\r(?=\n|$)/g, ''), end: at + marker.length }
}
