/** The names under which loggers and frameworks keep the id of a request, without their separators, in lower case. */
const NAMES: ReadonlySet<string> = new Set([
  ...['requestid', 'reqid', 'xrequestid', 'traceid', 'correlationid', 'xcorrelationid', 'uuid'],
])
/** Fields that hold the request, and what in it holds the id. */
const HOLDERS = ['req', 'request'] as const

const IN_TEXT =
  /(?:x[-_]?)?(?:request|req|trace|correlation)[-_ ]?id\b["']?\s*[=:]?\s*["']?([\w][\w.:@/-]{3,199})/i

/** The id of the request that a structured entry belongs to, Caddy's access entries included; undefined without. Pure. */
export function requestOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const own = named(fields)
  if (own !== undefined) return own
  for (const holder of HOLDERS) {
    const request = fields[holder]
    if (!isObject(request)) continue
    const { id, headers } = request
    if (typeof id === 'string' || typeof id === 'number') return String(id)
    const inside = named(request) ?? (isObject(headers) ? named(headers) : undefined)
    if (inside !== undefined) return inside
  }
  return isObject(fields.resp_headers) ? named(fields.resp_headers) : undefined
}

/** The same for a line of text: `request_id=abc-1`, `X-Request-Id: abc-1`. Pure. */
export function requestIn(text: string): string | undefined {
  // Nearly no line has one, and this is the quickest way to know.
  if (!/id/i.test(text)) return undefined
  return IN_TEXT.exec(text)?.[1]
}

/** Ids that are shorter are words or numbers that may mean anything, so that they count only where an id is expected. */
const TELLING = 6
const WORD = /[\w-]/

/** Whether a record's text belongs to a request: its id stands there as a word. Pure. */
export function mentions(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + id.length] ?? ' ']
    if (WORD.test(before) || WORD.test(after)) continue
    if (id.length >= TELLING) return true
    if (text.startsWith('{')) {
      try {
        return requestOf(JSON.parse(text)) === id
      } catch {
        return false
      }
    }
    return requestIn(text) === id
  }
  return false
}

function named(fields: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(fields)) {
    if (!NAMES.has(name.replace(/[-_.]/g, '').toLowerCase())) continue
    // Headers are lists in Caddy's entries.
    const first = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string' || typeof first === 'number') return String(first)
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
