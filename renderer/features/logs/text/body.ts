import type { LogLine } from '../../../../contract/models.ts'
import { accessLine } from './access-line.ts'
import { parseAnsi, stripAnsi } from './ansi.ts'
import { jsonLine } from './json-line.ts'
import { type Span, textOf } from './span.ts'

/** Characters of a line that are shown: more than that is no line to be read, and would hold everything up. */
const LONGEST = 20_000

/** The message of a line as it is shown: access logs and JSON made readable, an app's own colours kept. Pure. */
export function bodyOf(line: LogLine): Span[] {
  const text = shown(line.text)
  if (line.container === '') return [{ text: stripAnsi(text), look: { tone: 'faint', attributes: [3] } }]
  return accessLine(text, prefixOf(line)) ?? jsonLine(text) ?? parseAnsi(text)
}

/** The same as plain text: what is searched and copied. */
export function bodyText(line: LogLine): string {
  return line.text.startsWith('{') ? textOf(bodyOf(line)) : stripAnsi(shown(line.text))
}

function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What the names of the project's containers begin with. */
function prefixOf({ container, service, index }: LogLine): string {
  const name = `${service}-${index}`
  return container.endsWith(name) ? container.slice(0, -name.length) : ''
}
