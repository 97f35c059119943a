import type { LogEntry } from '../../../../contract/logs.ts'
import type { Shown } from '../lines/row-record.ts'
import { accessLine } from './access-line.ts'
import { parseAnsi, stripAnsi } from './ansi.ts'
import { fieldSpans, stackLines } from './fields.ts'
import { happeningSpans } from './happening.ts'
import { linkRequest } from './link-request.ts'
import { PLAIN, type Span, textOf } from './span.ts'

/** Characters of a line that are shown: more than that is no line to be read, and would hold everything up. */
const LONGEST = 20_000

/** The lines of a record as they are shown: access logs and JSON made readable, the app's own colours if they are kept. Pure. */
export function bodyOf(record: Shown, colours: boolean): Span[][] {
  if (record.kind === 'note') return [[{ text: record.text, look: { tone: 'faint', attributes: [3] } }]]
  if (record.kind === 'event') return [happeningSpans(record)]
  const lines = entryLines(record, colours)
  const { request } = record
  return request === undefined ? lines : lines.map((line) => linkRequest(line, request))
}

/** One line of it as plain text. */
export function bodyText(record: Shown): string {
  return bodyOf(record, false).map(textOf).join('\n')
}

function entryLines(entry: LogEntry, colours: boolean): Span[][] {
  const [first = '', ...others] = entry.text.split('\n')
  const rest = others.map((line) => written(line, colours))
  const access = accessLine(first, prefixOf(entry))
  if (access) return [withRequest(access, entry.request), ...rest]
  const { message, fields } = entry
  if (message === undefined && fields === undefined) return [written(first, colours), ...rest]
  const [head = '', ...more] = (message ?? '').split('\n')
  const spans: Span[] = head === '' ? [] : [{ text: shown(stripAnsi(head)), look: PLAIN }]
  const values = fields ? fieldSpans(fields) : []
  if (spans.length > 0 && values.length > 0) spans.push({ text: ' ', look: PLAIN })
  const behind = [...more, ...(fields ? stackLines(fields) : [])]
  return [[...spans, ...values], ...behind.map((line) => written(line, false)), ...rest]
}

/** The id of a request stands in its headers, which an access log does not show. */
function withRequest(access: readonly Span[], request: string | undefined): Span[] {
  if (request === undefined || textOf(access).includes(request)) return [...access]
  return [...access, { text: `  ${stripAnsi(request)}`, look: { tone: 'faint' } }]
}

function written(text: string, colours: boolean): Span[] {
  return colours ? parseAnsi(shown(text)) : [{ text: stripAnsi(shown(text)), look: PLAIN }]
}

function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What the names of the project's containers begin with. */
function prefixOf({ container, service, index }: LogEntry): string {
  const name = `${service}-${index}`
  return container.endsWith(name) ? container.slice(0, -name.length) : ''
}
