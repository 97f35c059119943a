import { stripAnsi } from './ansi.ts'
import type { Span } from './span.ts'

type Fields = Readonly<Record<string, unknown>>

/** What says nothing to a reader of many lines. The details of a record have it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['pid', 'hostname', 'v'])
/** Where loggers put a stack, by itself or in the error that it belongs to. */
const STACKS = ['stack', 'stacktrace', 'stack_trace', 'exception', 'exc_info'] as const
const ERRORS = ['err', 'error', 'exception'] as const

/** The fields of a structured record in one line, dimmed: `port=3000 tags=["x"]`. Pure. */
export function fieldSpans(fields: Fields): Span[] {
  const spans: Span[] = []
  for (const [name, value] of Object.entries(withoutStack(fields))) {
    if (LEFT_OUT.has(name)) continue
    spans.push({ text: `${spans.length > 0 ? ' ' : ''}${stripAnsi(name)}=`, look: { tone: 'faint' } })
    spans.push({ text: valueText(value), look: { tone: 'soft' } })
  }
  return spans
}

/** The lines of the stack that is one of the fields, or in one of them; none where there is no stack. Pure. */
export function stackLines(fields: Fields): string[] {
  const error = ERRORS.map((name) => fields[name]).find(isObject) ?? {}
  const stack = STACKS.map((name) => fields[name] ?? error[name]).find(isStack)
  return stack === undefined ? [] : stack.trimEnd().split('\n')
}

function withoutStack(fields: Fields): Fields {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (isStack(value) && isStackName(name)) continue
    kept[name] =
      isObject(value) && (ERRORS as readonly string[]).includes(name)
        ? Object.fromEntries(
            Object.entries(value).filter(([inner, one]) => !(isStackName(inner) && isStack(one))),
          )
        : value
  }
  return kept
}

function valueText(value: unknown): string {
  if (typeof value !== 'string') return stripAnsi(JSON.stringify(value) ?? '')
  const text = stripAnsi(value)
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)
}

function isStackName(name: string): boolean {
  return (STACKS as readonly string[]).includes(name)
}

function isStack(value: unknown): value is string {
  return typeof value === 'string' && value.includes('\n')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
