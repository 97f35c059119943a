import { stripAnsi } from '../../../contract/ansi.ts'
import type { LogEntry } from '../../../contract/logs.ts'
import { levelOf, valueLevel } from './level.ts'
import { requestIn, requestOf } from './request.ts'

type Structure = Pick<LogEntry, 'level' | 'message' | 'fields' | 'request'>

/** Where loggers put the message, in this order. */
const MESSAGES = ['msg', 'message', 'event', 'short_message'] as const
const LEVEL_NAMES = ['level', 'severity', 'lvl', 'levelname', 'loglevel', 'log.level'] as const
/** What the record has in a place of its own. */
const TIMES = ['time', 'timestamp', 'ts', '@timestamp'] as const
const OWN: ReadonlySet<string> = new Set([...LEVEL_NAMES, ...TIMES])
/** Characters up to which an entry is read as JSON: more is no entry of a log. */
const LONGEST = 256 * 1024

/** What a record's text says: its level, and what a JSON entry consists of. Pure. */
export function structureOf(text: string): Structure {
  const found = parse(text)
  if (found === undefined) {
    const request = requestIn(text)
    return { level: levelOf(text), ...(request === undefined ? {} : { request }) }
  }
  const key = MESSAGES.find((name) => typeof found[name] === 'string')
  const named = LEVEL_NAMES.find((name) => found[name] !== undefined && found[name] !== null)
  const rest = Object.entries(found).filter(([name]) => name !== key && !OWN.has(name))
  const request = requestOf(found)
  return {
    level: named === undefined ? accessLevel(found) : valueLevel(found[named]),
    ...(key === undefined ? {} : { message: stripAnsi(String(found[key])) }),
    ...(rest.length === 0 ? {} : { fields: Object.fromEntries(rest) }),
    ...(request === undefined ? {} : { request }),
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{') || text.length > LONGEST) return undefined
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** Other tools' access logs bear no level, but a status. */
function accessLevel({ status }: Record<string, unknown>): 'error' | null {
  return typeof status === 'number' && status >= 500 && status < 600 ? 'error' : null
}
