import { Lanes } from './lanes.ts'
import type { Tunnel } from './tunnel.ts'

/** What the gate says of one instance. */
export interface Verdict {
  /** Whether the rotation directory lets it take part. */
  readonly allowed: boolean
  readonly healthy: boolean
  /** Why it is not healthy; empty when it is. */
  readonly reason: string
  /** Whether anything listens there at all. */
  readonly answers: boolean
}

export interface Gate {
  /**
   * Asks what Caddy's own health check gets for this address, and how the instance is when it is kept out.
   * Throws `caddy-unreachable`.
   */
  ask(address: string, uri: string, signal?: AbortSignal): Promise<Verdict>
  /** Connects ahead of a question that is certain to come. Resolves when Docker has taken the request; never throws. */
  warm(): Promise<void>
}

/** Longer than the gate's own 2 s to dial and 3 s to answer. */
const TIMEOUT = 6_000

/** An instance that hangs holds its probe for seconds; the others are asked meanwhile. */
const LANES = 4

/** The gate behind a tunnel to its port in the Caddy container. */
export function openGate(tunnel: Tunnel): Gate {
  const lanes = new Lanes(LANES)
  const probe = (address: string, uri: string, direct: boolean, signal?: AbortSignal) => {
    const headers = { 'x-upstream': address, ...(direct ? { 'x-probe': 'direct' } : {}) }
    return lanes.run(() => tunnel.send({ path: uri, headers, timeout: TIMEOUT, signal }), signal)
  }
  return {
    warm: () => tunnel.warm(),
    async ask(address, uri, signal) {
      const first = await probe(address, uri, false, signal)
      const allowed = first.headers['x-rotation'] !== 'out'
      const answer = allowed ? first : await probe(address, uri, true, signal)
      const healthy = answer.status >= 200 && answer.status < 300
      const answers = answer.status !== 502 && answer.status !== 504
      return { allowed, healthy, answers, reason: healthy ? '' : reasonOf(answer.status, answer.body) }
    },
  }
}

/** Turns a failed probe into words: the app's own reason where its answer has one, else what Caddy met. */
export function reasonOf(status: number, body: string): string {
  const text = body.trim()
  if (status === 504) return 'does not answer its health check'
  if (status === 502) {
    if (/connection refused/.test(text)) return 'refuses connections'
    if (/no such host|server misbehaving/.test(text)) return 'is not on the network'
    if (/timeout|deadline/.test(text)) return 'does not accept connections'
    return 'closes the connection on its health check'
  }
  try {
    const parsed: unknown = JSON.parse(text)
    if (parsed && typeof parsed === 'object' && 'reason' in parsed && typeof parsed.reason === 'string')
      return `answers ${status}: ${parsed.reason.slice(0, 200)}`
  } catch {
    // A body that is not JSON is not quoted: it may be a whole page.
  }
  return `answers ${status} to its health check`
}
