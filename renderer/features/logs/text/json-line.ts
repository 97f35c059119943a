import { stripAnsi } from './ansi.ts'
import { PLAIN, type Span } from './span.ts'

/** Where loggers put the message, in this order. */
const MESSAGES = ['msg', 'message', 'event'] as const
/** What is shown in columns of its own or says nothing to a reader. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['level', 'severity', 'lvl', 'levelname', 'time', 'timestamp', 'ts', '@timestamp'],
  ...['pid', 'hostname', 'v'],
])

/** A line of JSON as its message and its fields, dimmed: `listening port=3000`; undefined for any other text. Pure. */
export function jsonLine(text: string): Span[] | undefined {
  const fields = parse(text)
  if (!fields) return undefined
  const key = MESSAGES.find((name) => typeof fields[name] === 'string')
  const message = key === undefined ? '' : stripAnsi(String(fields[key]))
  const rest = Object.entries(fields).filter(([name]) => name !== key && !LEFT_OUT.has(name))
  if (message === '' && rest.length === 0) return undefined
  const spans: Span[] = message === '' ? [] : [{ text: message, look: PLAIN }]
  for (const [name, value] of rest) {
    spans.push({ text: `${spans.length > 0 ? ' ' : ''}${stripAnsi(name)}=`, look: { tone: 'faint' } })
    spans.push({ text: valueText(value), look: { tone: 'soft' } })
  }
  return spans
}

function parse(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{') || !text.trimEnd().endsWith('}')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function valueText(value: unknown): string {
  if (typeof value !== 'string') return stripAnsi(JSON.stringify(value) ?? '')
  const text = stripAnsi(value)
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)
}
