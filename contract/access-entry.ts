/** What is used of an entry of Caddy's access log. Times are seconds. */
export interface AccessEntry {
  readonly logger: string
  readonly request: { readonly method: string; readonly uri: string }
  readonly status: number
  readonly duration: number
  /** Where it was sent: `demo-app-2:3000`; empty or missing when Caddy answered it itself. */
  readonly upstream?: string
}

/** Reads an entry of Caddy's JSON access log; undefined for any other text. Pure. */
export function parseAccessEntry(text: string): AccessEntry | undefined {
  if (!text.startsWith('{') || !text.includes('"http.log.access')) return undefined
  try {
    const entry = JSON.parse(text) as Partial<AccessEntry>
    const complete = entry.request && typeof entry.status === 'number' && typeof entry.duration === 'number'
    return complete && entry.logger?.startsWith('http.log.access') ? (entry as AccessEntry) : undefined
  } catch {
    return undefined
  }
}

/** How long a request took: "3.4 ms", "120 ms". Takes seconds. */
export function durationText(duration: number): string {
  return `${duration < 0.0095 ? (duration * 1000).toFixed(1) : Math.round(duration * 1000)} ms`
}

/** The container that an upstream's address names. */
export function upstreamName(upstream: string): string {
  return upstream.replace(/:\d+$/, '')
}
