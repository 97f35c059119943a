import { inspectDotenv } from '../project/dotenv/inspect.ts'
import { lineEnd } from '../project/dotenv/scan.ts'

/** A variable as an example file shows it. */
export interface ExampleKey {
  readonly key: string
  /** The comment right above it, else the one behind it; empty without one. */
  readonly about: string
  readonly example: string
}

/** `# KEY=value`: shown, and left out unless somebody wants it. */
const COMMENTED_OUT = /^#\s*([A-Z_][A-Z\d_]*)=(\S*)\s*$/

/** The variables of a `.env.example`, those that are commented out included, each explained by its comments. */
export function readExample(text: string): ExampleKey[] {
  const { statements } = inspectDotenv(text)
  const shown = statements.flatMap(
    ({ key, start, valueEnd, value = '' }): (ExampleKey & { at: number })[] => {
      if (key === '') return []
      const behind = /^\s+#\s*(.*)/.exec(text.slice(valueEnd, lineEnd(text, valueEnd)))?.[1] ?? ''
      return [{ key, about: commentAbove(text, start) || behind.trim(), example: value, at: start }]
    },
  )
  const hidden = commentedOut(text).filter(({ key }) => !shown.some((other) => other.key === key))
  const found = [...shown, ...hidden].sort((a, b) => a.at - b.at)
  return found.map(({ key, about, example }) => ({ key, about, example }))
}

function commentedOut(text: string): (ExampleKey & { at: number })[] {
  let at = 0
  return text.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    const match = COMMENTED_OUT.exec(line)
    if (match === null) return []
    return [{ key: match[1] ?? '', about: commentAbove(text, start), example: match[2] ?? '', at: start }]
  })
}

/** The comment lines that end right above a place, as running text. */
function commentAbove(text: string, at: number): string {
  const lines = text.slice(0, text.lastIndexOf('\n', at - 1) + 1).split(/\r?\n/)
  lines.pop()
  const comment: string[] = []
  for (const line of lines.reverse()) {
    const match = /^\s*#+\s?(.*)$/.exec(line)
    if (match === null || COMMENTED_OUT.test(line)) break
    comment.unshift((match[1] ?? '').trim())
  }
  return comment.join(' ').trim()
}
