export interface Search {
  readonly text: string
  readonly regex: boolean
  readonly matchCase: boolean
}

/** An expression that is looked for, or why it is none. */
export type Compiled = { readonly expression: RegExp | undefined } | { readonly problem: string }

/** Matches of one line that are marked; more than that tell nothing more. */
const MOST = 200

/** Makes the expression that a search looks for; undefined where nothing is looked for. Pure. */
export function compileSearch({ text, regex, matchCase }: Search): Compiled {
  if (text === '') return { expression: undefined }
  const source = regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  try {
    return { expression: new RegExp(source, matchCase ? 'gm' : 'gim') }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** Where an expression matches in a text. Empty matches are none. Pure. */
export function rangesOf(expression: RegExp, text: string): [from: number, to: number][] {
  const ranges: [number, number][] = []
  for (const { 0: found, index } of text.matchAll(expression)) {
    if (found !== '') ranges.push([index, index + found.length])
    if (ranges.length === MOST) break
  }
  return ranges
}

/** The engine's words behind the expression that it repeats: "Unterminated group". */
function problemOf(error: unknown): string {
  const words = error instanceof Error ? error.message.split(': ').at(-1) : undefined
  return words || 'Malformed'
}
