/** What is used of an entry of Caddy's access log. Times are seconds. */
interface AccessEntry {
  readonly logger: string
  readonly request: { readonly method: string; readonly uri: string }
  readonly status: number
  readonly duration: number
  readonly upstream?: string
}

/**
 * Turns an entry of Caddy's JSON access log into a line to be read: `200 GET /api/health  12 ms  demo-app-2`.
 * Any other text is given back as it is.
 */
export function readableAccessLine(text: string): string {
  const entry = parse(text)
  if (!entry) return text
  const { request, status, duration, upstream } = entry
  const time = duration < 0.0095 ? (duration * 1000).toFixed(1) : Math.round(duration * 1000)
  const instance = upstream?.replace(/:\d+$/, '')
  return [`${status} ${request.method} ${request.uri}`, `${time} ms`, ...(instance ? [instance] : [])].join(
    '  ',
  )
}

function parse(text: string): AccessEntry | undefined {
  if (!text.startsWith('{') || !text.includes('"http.log.access')) return undefined
  try {
    const entry = JSON.parse(text) as Partial<AccessEntry>
    const complete = entry.request && typeof entry.status === 'number' && typeof entry.duration === 'number'
    return complete && entry.logger?.startsWith('http.log.access') ? (entry as AccessEntry) : undefined
  } catch {
    return undefined
  }
}
