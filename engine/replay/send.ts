import { createHash } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import type { ReplayAnswer } from '../../contract/requests.ts'

export interface ReplayRequest {
  readonly method: string
  readonly uri: string
  readonly headers: Readonly<Record<string, string>>
}

/** One instance, and how Caddy is reached for it alone. */
export interface ReplayTarget {
  readonly name: string
  readonly index: number
  readonly address: string
  readonly port: number
  /** The name by which Caddy knows it: `app-2.localhost`. */
  readonly host: string
}

/** Milliseconds until an answer must be complete. */
const DEADLINE = 10_000
/** Bytes of a body that are shown. */
const SHOWN = 64 * 1024

/** Headers of one connection, and those that would make Caddy pack the body. */
const DROPPED: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'upgrade',
  'keep-alive',
  'te',
  'expect',
])

/** Sends a request to one instance. Never throws: what goes wrong is part of the answer. */
export async function sendTo(
  target: ReplayTarget,
  { method, uri, headers }: ReplayRequest,
  signal?: AbortSignal,
): Promise<ReplayAnswer> {
  const { name, index } = target
  const began = performance.now()
  const took = () => Math.round((performance.now() - began) * 10) / 10
  const deadline = AbortSignal.timeout(DEADLINE)
  try {
    const until = signal ? AbortSignal.any([signal, deadline]) : deadline
    const incoming = await ask(target, { method, uri, headers }, until)
    const { body, bytes } = await readBody(incoming)
    return {
      name,
      index,
      status: incoming.statusCode ?? 0,
      headers: headersOf(incoming),
      body,
      bytes,
      took: took(),
      error: null,
    }
  } catch (error) {
    const why = deadline.aborted ? `no whole answer within ${DEADLINE / 1000} s` : (error as Error).message
    return {
      name,
      index,
      status: null,
      headers: {},
      body: { kind: 'none' },
      bytes: 0,
      took: took(),
      error: why,
    }
  }
}

function ask(
  { address, port, host }: ReplayTarget,
  { method, uri, headers }: ReplayRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const kept = Object.entries(headers).filter(([name]) => !DROPPED.has(name.toLowerCase()))
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: address,
      port,
      path: uri,
      method,
      agent: false,
      signal,
      headers: { ...Object.fromEntries(kept), host: port === 80 ? host : `${host}:${port}` },
    })
    outgoing.on('response', resolve)
    outgoing.on('error', reject)
    outgoing.end()
  })
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('\n') : (value ?? ''),
    ]),
  )
}

async function readBody(incoming: IncomingMessage): Promise<Pick<ReplayAnswer, 'body' | 'bytes'>> {
  const hash = createHash('sha256')
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (bytes < SHOWN) parts.push(chunk.subarray(0, SHOWN - bytes))
    bytes += chunk.length
  }
  if (bytes === 0) return { body: { kind: 'none' }, bytes }
  const text = textOf(Buffer.concat(parts))
  if (text === undefined) return { body: { kind: 'binary', sha256: hash.digest('hex') }, bytes }
  const truncated = bytes > SHOWN
  const laidOut = truncated ? undefined : layOut(text)
  const body = { kind: 'text', text: laidOut ?? text, truncated, formatted: laidOut !== undefined } as const
  return { body, bytes }
}

/** Bytes as text; undefined when they are none. The last character may have been cut off. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** JSON with a line for each value; undefined for any other text. */
function layOut(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return undefined
  }
}
