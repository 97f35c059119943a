import { ShoalError } from '../../../contract/errors.ts'
import { parseSshHost, type SshTarget } from '../ssh/target.ts'

/** Where an engine listens: a socket or pipe, a TCP address, or the far end of an ssh connection. */
export interface Endpoint {
  /** As the user or Docker writes it: `unix:///...`, `npipe:////./pipe/...`, `tcp://...`, `ssh://...`. */
  readonly host: string
  readonly socketPath?: string
  readonly hostname?: string
  readonly port?: number
  readonly tls?: Tls
  readonly ssh?: SshTarget
}

/** PEM files; all are missing when the server needs no client certificate. */
export interface Tls {
  readonly ca?: Buffer
  readonly cert?: Buffer
  readonly key?: Buffer
  readonly verify: boolean
}

/** Docker's own default ports, without and with TLS. */
const PORT = 2375
const TLS_PORT = 2376

/**
 * Reads a host as Docker's command line does; a bare path is a socket and a bare address is TCP.
 * Throws `engine-context`, naming `source`, when it is none of these.
 */
export function parseHost(host: string, source: string, tls?: Tls): Endpoint {
  const text = host.trim()
  if (text.startsWith('/')) return { host: `unix://${text}`, socketPath: text }
  const [, scheme = 'tcp', rest = text] = /^([a-z]+):\/\/(.*)$/s.exec(text) ?? []
  if (scheme === 'unix' && rest.startsWith('/')) return { host: text, socketPath: rest }
  if (scheme === 'npipe' && rest.length > 0) return { host: text, socketPath: rest.replaceAll('\\', '/') }
  if (scheme === 'ssh') {
    const ssh = parseSshHost(text)
    if (ssh !== undefined) return { host: text, hostname: ssh.hostname, port: PORT, ssh }
  }
  if (scheme === 'tcp' || scheme === 'http' || scheme === 'https') {
    const secure = tls ?? (scheme === 'https' ? { verify: true } : undefined)
    const url = parseUrl(`http://${rest}`)
    if (url !== undefined)
      return {
        host: `${scheme}://${url.host}`,
        hostname: url.hostname,
        port: url.port === '' ? (secure === undefined ? PORT : TLS_PORT) : Number(url.port),
        ...(secure === undefined ? {} : { tls: secure }),
      }
  }
  throw new ShoalError(
    'engine-context',
    `${source} is not an address of a Docker engine; no other engine was tried.`,
    'Write it as unix:///path/to/docker.sock, npipe:////./pipe/name, tcp://address:port or ssh://user@host.',
  )
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(text)
    return url.hostname === '' ? undefined : url
  } catch {
    return undefined
  }
}
