import { isRecord } from './shape.ts'

/** What Caddy makes of a Caddyfile that it was only asked to read. */
export type Examined =
  | { readonly config: unknown; readonly warnings: readonly Remark[] }
  | { readonly refusal: Remark }

/** Something that Caddy says of a line; null where it names none. */
export interface Remark {
  readonly line: number | null
  /** Without the line's number. */
  readonly message: string
}

/** A file from standard input is called `-`. */
const PLACE = '(?:Caddyfile|-)'
const LINE = new RegExp(`(?:^|[^\\w/])${PLACE}:(\\d+)`)

/** Caddy's refusal in its own words: where, and what; without what it says of itself and of its way there. */
export function readRefusal(text: string): Remark {
  const line = LINE.exec(` ${text}`)?.[1]
  const message = text
    .replace(/^(?:Error: )?(?:adapting config using caddyfile(?: adapter)?: )?/, '')
    .replace(new RegExp(`^${PLACE}:\\d+(?: -)?:? `), '')
    .replace(new RegExp(`,? at ${PLACE}:\\d+(?: import chain:? \\[[\\s\\S]*\\])?$`), '')
    .replace(/^parsing caddyfile tokens for '([^']*)': /, '$1: ')
    .trim()
  return { line: line === undefined ? null : Number(line), message }
}

/** The answer of `POST /adapt`. Undefined when it is something else. */
export function readAdapted(answer: unknown): Examined | undefined {
  if (!isRecord(answer) || !('result' in answer)) return undefined
  const warnings = Array.isArray(answer.warnings) ? answer.warnings.flatMap(remarkOf) : []
  return { config: answer.result, warnings }
}

/** A warning of `caddy adapt`, whether from the admin API or from its log. How a file is laid out is nothing to warn of. */
export function remarkOf(warning: unknown): Remark[] {
  if (!isRecord(warning)) return []
  const { line, directive } = warning
  const text = warning.message ?? warning.msg
  if (typeof text !== 'string' || /is not formatted/.test(text)) return []
  return [
    {
      line: typeof line === 'number' && line > 0 ? line : null,
      message: typeof directive === 'string' && directive !== '' ? `${directive}: ${text}` : text,
    },
  ]
}
