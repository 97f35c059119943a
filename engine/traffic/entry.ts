/** What is counted of a request. */
export interface Entry {
  /** When it was answered, by Caddy's clock. Milliseconds since the epoch, with a fraction. */
  readonly at: number
  readonly status: number
  /** Milliseconds. */
  readonly duration: number
  /** Whether the duration says how fast an answer was: not so for WebSockets and event streams. */
  readonly timed: boolean
  /** Milliseconds until the instance began its answer; undefined when none did, or when it is not logged. */
  readonly latency: number | undefined
  readonly bytesIn: number
  readonly bytesOut: number
  readonly retries: number
  /** Where it was sent: `demo-app-2:3000`; empty when Caddy answered it itself. */
  readonly upstream: string
}

const BEGIN = /^\{"level":"[a-z]+","ts":(\d+(?:\.\d+)?),"logger":"http\.log\.access[^"\\]*",/
/**
 * Between the request and the headers of the answer. Quotes within a string have a backslash before them, so no value
 * that a client or an instance sends can hold this.
 */
const MIDDLE =
  /\},"bytes_read":(\d+),"user_id":"(?:[^"\\]|\\.)*","duration":([\d.e+-]+),"size":(\d+),"status":(\d+),"resp_headers":\{/y
const MIDDLE_BEGINS = '},"bytes_read":'
/** A field that `log_append` adds, after the headers of the answer. */
const FIELD = /,"([^"\\]+)":(?:"([^"\\]*)"|(-?\d[\d.e+-]*)|null|true|false)/y

/** Answers that take longer than this may be event streams. Milliseconds. */
const LONG = 1_000

/**
 * Reads what is counted from a line of Caddy's JSON access log; undefined for any other line. Looks only at the places
 * where Caddy puts these fields, which takes a fifth of what parsing the line would; a line that is not as expected is parsed. Pure.
 */
export function readEntry(line: string): Entry | undefined {
  return scan(line) ?? parse(line)
}

function scan(line: string): Entry | undefined {
  const begin = BEGIN.exec(line.slice(0, 120))
  if (!begin) return undefined
  MIDDLE.lastIndex = line.indexOf(MIDDLE_BEGINS)
  const middle = MIDDLE.lastIndex < 0 ? null : MIDDLE.exec(line)
  if (!middle) return undefined
  const added = scanAdded(line, MIDDLE.lastIndex)
  if (!added) return undefined
  const duration = Number(middle[2]) * 1000
  const status = Number(middle[4])
  // Only a parsed line tells a header from what looks like one.
  if (duration > LONG && status !== 101 && line.includes('text/event-stream')) return undefined
  return {
    at: Number(begin[1]) * 1000,
    status,
    duration,
    timed: status !== 101,
    bytesIn: Number(middle[1]),
    bytesOut: Number(middle[3]),
    ...added,
  }
}

/** The fields after the last object of the line, which is that of the headers; undefined when they are not simple. */
function scanAdded(line: string, from: number): Pick<Entry, 'upstream' | 'latency' | 'retries'> | undefined {
  const end = line.length - 1
  let place = line.lastIndexOf('}', end - 1) + 1
  if (place < from || line[end] !== '}') return undefined
  let upstream = ''
  let latency: number | undefined
  let retries = 0
  while (place < end) {
    FIELD.lastIndex = place
    const field = FIELD.exec(line)
    if (!field) return undefined
    place = FIELD.lastIndex
    const [, name, text, number] = field
    if (name === 'upstream') upstream = text ?? ''
    else if (name === 'upstream_ms') latency = number === undefined ? undefined : Number(number)
    else if (name === 'retries') retries = Number(number ?? 0)
  }
  return { upstream, latency, retries }
}

/** The parts of a line that are read here, as JSON has them. */
export interface ParsedLine {
  readonly ts: number | string
  readonly logger: string
  readonly request: {
    readonly method?: string
    readonly host?: string
    readonly uri?: string
    readonly proto?: string
    readonly client_ip?: string
    readonly remote_ip?: string
    readonly headers?: Readonly<Record<string, readonly string[]>>
  }
  readonly status: number
  readonly duration: number
  readonly size?: number
  readonly bytes_read?: number
  readonly resp_headers?: Readonly<Record<string, readonly string[]>>
  readonly upstream?: unknown
  readonly upstream_ms?: unknown
  readonly retries?: unknown
  /** Caddy's own name for the request, if its Caddyfile asks for one. */
  readonly uuid?: unknown
}

/** Parses a whole line; undefined when it is not an entry of an access log. */
export function parseLine(line: string): ParsedLine | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const parsed = JSON.parse(line) as Partial<ParsedLine>
    const { logger, request, status, duration, ts } = parsed
    const complete = request && typeof status === 'number' && typeof duration === 'number' && ts !== undefined
    return complete && String(logger).startsWith('http.log.access') ? (parsed as ParsedLine) : undefined
  } catch {
    return undefined
  }
}

function parse(line: string): Entry | undefined {
  const parsed = parseLine(line)
  if (!parsed) return undefined
  const { ts, status, duration, size = 0, bytes_read = 0, resp_headers = {} } = parsed
  const at = typeof ts === 'number' ? ts * 1000 : Date.parse(ts)
  if (!Number.isFinite(at)) return undefined
  const isStream = resp_headers['Content-Type']?.some((value) => value.startsWith('text/event-stream'))
  return {
    at,
    status,
    duration: duration * 1000,
    timed: status !== 101 && !isStream,
    latency: typeof parsed.upstream_ms === 'number' ? parsed.upstream_ms : undefined,
    bytesIn: bytes_read,
    bytesOut: size,
    retries: typeof parsed.retries === 'number' ? parsed.retries : 0,
    upstream: typeof parsed.upstream === 'string' ? parsed.upstream : '',
  }
}
