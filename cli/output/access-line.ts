import { durationText, parseAccessEntry, upstreamName } from '../../contract/access-entry.ts'

/**
 * Turns an entry of Caddy's JSON access log into a line to be read: `200 GET /api/health  12 ms  demo-app-2`.
 * Any other text is given back as it is.
 */
export function readableAccessLine(text: string): string {
  const entry = parseAccessEntry(text)
  if (!entry) return text
  const { request, status, duration, upstream } = entry
  const instance = upstream ? [upstreamName(upstream)] : []
  return [`${status} ${request.method} ${request.uri}`, durationText(duration), ...instance].join('  ')
}
