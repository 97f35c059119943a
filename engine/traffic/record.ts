import type { RequestRecord } from '../../contract/requests.ts'
import { type ParsedLine, parseLine } from './entry.ts'
import type { KeptRequest } from './request-ring.ts'
import { containerOf } from './upstream-name.ts'

/** Headers that hold no secret, in small letters. Whatever else a client or an app sends is left out. */
const SHOWN: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'accept-ranges',
  'age',
  'allow',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-type',
  'date',
  'etag',
  'expires',
  'host',
  'if-modified-since',
  'if-none-match',
  'last-modified',
  'origin',
  'pragma',
  'range',
  'referer',
  'referrer-policy',
  'retry-after',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'server-timing',
  'strict-transport-security',
  'traceparent',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'vary',
  'via',
  'x-content-type-options',
  'x-correlation-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-frame-options',
  'x-instance',
  'x-request-id',
  'x-served-by',
])

/** Headers that name a request, the most usual first. */
const REQUEST_IDS = ['x-request-id', 'x-correlation-id']

/** A request as it is shown. `indexOf` gives an instance's number; null for whoever is none. */
export function readRecord(
  { id, entry, line }: KeptRequest,
  indexOf: (name: string) => number | null,
): RequestRecord {
  const parsed = parseLine(Buffer.from(line, 'latin1').toString()) ?? ({ request: {} } as ParsedLine)
  const { request } = parsed
  const requestHeaders = shown(request.headers)
  const responseHeaders = shown(parsed.resp_headers)
  const upstream = containerOf(entry.upstream)
  const named = REQUEST_IDS.map((name) => requestHeaders[name] ?? responseHeaders[name]).find(Boolean)
  const requestId = named ?? (typeof parsed.uuid === 'string' ? parsed.uuid : null)
  return {
    id,
    at: entry.at,
    method: request.method ?? '',
    host: request.host ?? '',
    uri: request.uri ?? '',
    status: entry.status,
    duration: round(entry.duration),
    upstream,
    index: indexOf(upstream),
    upstreamLatency: entry.latency === undefined ? null : round(entry.latency),
    retries: entry.retries,
    bytesIn: entry.bytesIn,
    bytesOut: entry.bytesOut,
    protocol: request.proto ?? '',
    client: request.client_ip ?? request.remote_ip ?? '',
    requestId,
    requestHeaders,
    responseHeaders,
  }
}

function shown(headers: ParsedLine['resp_headers'] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, values]) => {
      const small = name.toLowerCase()
      return SHOWN.has(small) ? [[small, values.join(', ')]] : []
    }),
  )
}

/** Microseconds are enough. */
function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
