import { statSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { Endpoint } from './endpoint.ts'

/** How an engine answered, or did not. */
export type ProbeResult = 'ok' | 'absent' | 'refused' | 'denied' | 'timeout' | 'error'

export interface Probe {
  readonly result: ProbeResult
  /** What the system or the engine said; empty when the result says it all. */
  readonly detail: string
  /** Present when it answered. */
  readonly greeting?: Greeting
}

/** What an engine tells with the headers of every answer. */
export interface Greeting {
  /** The newest API that it speaks; undefined when a proxy before it keeps that to itself. */
  readonly api: string | undefined
  readonly podman: boolean
}

const RESULTS: Readonly<Record<string, ProbeResult>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  EACCES: 'denied',
  EPERM: 'denied',
}

/**
 * Asks `GET /_ping`, and leaves the connection to the agent for what comes next. Never throws; gives up after `timeout`
 * milliseconds, since a socket file may outlive its engine. Of the known places most are empty: no request is made there.
 */
export function probe(endpoint: Endpoint, agent: http.Agent, timeout: number): Promise<Probe> {
  if (endpoint.socketPath?.startsWith('/') && isMissing(endpoint.socketPath))
    return Promise.resolve({ result: 'absent', detail: '' })
  const { request } = endpoint.tls === undefined ? http : https
  return new Promise((resolve) => {
    const call = request({
      agent,
      path: '/_ping',
      ...(endpoint.socketPath === undefined
        ? { hostname: endpoint.hostname, port: endpoint.port }
        : { socketPath: endpoint.socketPath }),
    })
    const timer = setTimeout(() => {
      resolve({ result: 'timeout', detail: `no answer within ${timeout} ms` })
      call.destroy()
    }, timeout)
    call.once('response', (answer) => {
      clearTimeout(timer)
      if (answer.statusCode === 200) resolve({ result: 'ok', detail: '', greeting: greetingOf(answer) })
      else resolve({ result: 'error', detail: `HTTP ${answer.statusCode}` })
      answer.on('error', () => {}).resume()
    })
    call.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      const result = RESULTS[error.code ?? ''] ?? 'error'
      resolve({ result, detail: result === 'error' ? error.message : '' })
    })
    call.end()
  })
}

/** A path that may not be looked at can still be one that may be connected to, or whose error says more. */
function isMissing(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

function greetingOf({ headers }: http.IncomingMessage): Greeting {
  const api = headers['api-version']
  return { api: typeof api === 'string' ? api : undefined, podman: 'libpod-api-version' in headers }
}
