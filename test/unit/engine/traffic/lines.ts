import type { Entry } from '../../../../engine/traffic/entry.ts'

/** Noon of 2026-01-01 UTC, in seconds. */
export const NOON = Date.UTC(2026, 0, 1, 12) / 1000

export interface LineParts {
  readonly ts?: number
  readonly method?: string
  readonly uri?: string
  readonly headers?: Readonly<Record<string, string[]>>
  readonly user?: string
  readonly bytesRead?: number
  readonly duration?: number
  readonly size?: number
  readonly status?: number
  readonly answer?: Readonly<Record<string, string[]>>
  /** What `log_append` adds. */
  readonly added?: Readonly<Record<string, unknown>>
}

/** A line as Caddy 2.11 writes it. Seconds. */
export function line(parts: LineParts = {}): string {
  const {
    added = { retries: 0, upstream_ms: 2.5, upstream: 'demo-app-2:3000' },
    ts = NOON,
    status = 200,
  } = parts
  return JSON.stringify({
    level: status >= 500 ? 'error' : 'info',
    ts,
    logger: 'http.log.access.log0',
    msg: 'handled request',
    request: {
      remote_ip: '172.18.0.1',
      remote_port: '38918',
      client_ip: '172.18.0.1',
      proto: 'HTTP/1.1',
      method: parts.method ?? 'GET',
      host: 'localhost:8080',
      uri: parts.uri ?? '/api/whoami',
      headers: parts.headers ?? { 'User-Agent': ['node'] },
    },
    bytes_read: parts.bytesRead ?? 0,
    user_id: parts.user ?? '',
    duration: parts.duration ?? 0.003,
    size: parts.size ?? 328,
    status,
    resp_headers: parts.answer ?? { 'Content-Type': ['application/json; charset=utf-8'] },
    ...added,
  })
}

export function entry(changes: Partial<Entry> = {}): Entry {
  return {
    at: NOON * 1000,
    status: 200,
    duration: 3,
    timed: true,
    latency: 2.5,
    bytesIn: 0,
    bytesOut: 328,
    retries: 0,
    upstream: 'demo-app-2:3000',
    ...changes,
  }
}
