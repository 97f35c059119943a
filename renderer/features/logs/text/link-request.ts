import { cutSpans } from './cut.ts'
import { type Span, textOf } from './span.ts'

/** The spans of a line with the id of its request as a link, wherever it stands as a word. Pure. */
export function linkRequest(line: readonly Span[], id: string): Span[] {
  const text = textOf(line)
  const linked: Span[] = []
  let done = 0
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
    const end = at + id.length
    if (isWord(text[at - 1]) || isWord(text[end])) continue
    linked.push(...cutSpans(line, done, at))
    for (const span of cutSpans(line, at, end))
      linked.push({
        ...span,
        link: { kind: 'request', id },
      })
    done = end
  }
  return done === 0 ? [...line] : [...linked, ...cutSpans(line, done, text.length)]
}

function isWord(character = ' '): boolean {
  return /[\w-]/.test(character)
}
