import { ShoalError } from '../../contract/errors.ts'
import { type Examined, readAdapted, readRefusal } from './examine.ts'
import { isList, isNumberOrAbsent, isRecord } from './shape.ts'
import type { Tunnel, TunnelAnswer } from './tunnel.ts'

/** Requests in flight on one upstream address, as Caddy counts them. */
export interface UpstreamCount {
  readonly address: string
  readonly requests: number
  /** Failures that passive checks remember; absent when there are none. */
  readonly fails?: number
}

export interface Admin {
  upstreams(): Promise<UpstreamCount[]>
  /** The running configuration, as JSON. */
  config(): Promise<unknown>
  /** What a Caddyfile means, without loading it. Throws `caddyfile-invalid` with Caddy's own words and line. */
  adapt(caddyfile: string): Promise<unknown>
  /** The same, with a refusal as an answer: for texts that somebody is writing. */
  examine(caddyfile: string): Promise<Examined>
  /** Loads a Caddyfile. An invalid one throws `caddyfile-invalid` and the running one stays. */
  load(caddyfile: string, options?: { force?: boolean }): Promise<void>
}

/**
 * Caddy's admin API (https://caddyserver.com/docs/api).
 * @param reads the way of questions
 * @param writes the way of what loads a configuration, which closes every connection but those of the admin port itself
 */
export function openAdmin(reads: Pick<Tunnel, 'send'>, writes: Pick<Tunnel, 'send'>): Admin {
  const get = async (path: string) => {
    const { status, body } = await reads.send({ path, timeout: 5_000 })
    if (status >= 400) throw unanswered(path, status)
    return JSON.parse(body)
  }
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    writes.send({
      method: 'POST',
      path,
      body,
      headers: { 'content-type': 'text/caddyfile', ...headers },
      timeout: 30_000,
    })
  return {
    async upstreams() {
      const path = '/reverse_proxy/upstreams'
      const listed = await get(path)
      if (!isList(listed, isUpstream)) throw misunderstood(path)
      return listed.map(({ address, num_requests, fails = 0 }) => ({
        address,
        requests: num_requests,
        ...(fails > 0 ? { fails } : {}),
      }))
    },
    config: () => get('/config/'),
    async adapt(caddyfile) {
      const adapted: unknown = JSON.parse(accepted(await post('/adapt', caddyfile)).body)
      if (!isRecord(adapted)) throw misunderstood('/adapt')
      return adapted.result
    },
    async examine(caddyfile) {
      const { status, body } = await post('/adapt', caddyfile)
      if (status >= 400) return { refusal: readRefusal(messageOf(body)) }
      const examined = readAdapted(JSON.parse(body))
      if (!examined) throw misunderstood('/adapt')
      return examined
    },
    async load(caddyfile, { force = false } = {}) {
      accepted(await post('/load', caddyfile, force ? { 'cache-control': 'must-revalidate' } : {}))
    },
  }
}

/** An upstream in Caddy's own words. */
interface Listed {
  readonly address: string
  readonly num_requests: number
  readonly fails?: number
}

function isUpstream(value: unknown): value is Listed {
  return (
    isRecord(value) &&
    typeof value.address === 'string' &&
    typeof value.num_requests === 'number' &&
    isNumberOrAbsent(value.fails)
  )
}

function accepted(answer: TunnelAnswer): TunnelAnswer {
  if (answer.status < 400) return answer
  throw new ShoalError(
    'caddyfile-invalid',
    `Caddy refuses the Caddyfile: ${messageOf(answer.body)}. The configuration that runs was left as it is.`,
    'Mend that line of the Caddyfile and run the command again.',
  )
}

function misunderstood(path: string): ShoalError {
  return new ShoalError(
    'caddy-unreachable',
    `Caddy's admin API answers ${path} with something else than Caddy 2.11 does; nothing was changed in it.`,
    'See which image compose.yaml names for caddy.',
  )
}

function unanswered(path: string, status: number): ShoalError {
  return new ShoalError(
    'caddy-unreachable',
    `Caddy's admin API answers ${path} with ${status}; nothing was changed in it.`,
    'Look at its log: shoal logs caddy',
  )
}

function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    if (parsed && typeof parsed === 'object' && 'error' in parsed)
      return String(parsed.error).replace(/^adapting config using caddyfile( adapter)?: /, '')
  } catch {
    // Not JSON: Caddy's text is the message.
  }
  return body.trim() || 'it gives no reason'
}
