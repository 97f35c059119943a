import { allLines, type Line, parseCaddyfile } from '../parse.ts'
import { CaddyfileFault } from '../token.ts'

/** The lines of a text as a tree; none when Shoal, unlike Caddy, can't take it apart. */
export function treeOf(text: string): Line[] {
  try {
    return parseCaddyfile(text)
  } catch (fault) {
    if (fault instanceof CaddyfileFault) return []
    throw fault
  }
}

/** Where the first line stands that a test picks; null when there is none. */
export function lineWhere(text: string, isIt: (line: Line) => boolean): number | null {
  return allLines(treeOf(text)).find(isIt)?.words[0]?.line ?? null
}

export const begins = (word: string) => (line: Line) => line.words[0]?.text === word

/** A line that opens a site on a port: `http://:2020`. */
export const isSiteOn = (port: number) => (line: Line) =>
  line.block !== undefined && line.words.some(({ text }) => new RegExp(`:${port},?$`).test(text))
