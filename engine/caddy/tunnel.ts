import { Agent, type AgentOptions, request } from 'node:http'
import type { Duplex } from 'node:stream'
import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../docker/gateway.ts'

export interface TunnelAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface TunnelRequest {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

/** HTTP over `nc` inside a container: reaches a port that listens only on the container's loopback. */
export interface Tunnel {
  /**
   * Each request that finds no idle connection opens one, so whoever sends many at once does it in `Lanes`. Throws ShoalError `caddy-unreachable` when the container, `nc` or the port does not answer in time.
   */
  send(request: TunnelRequest): Promise<TunnelAnswer>
  /**
   * Connects ahead of the first request, which is certain to come. Resolves when Docker has taken it, some time before the
   * other end answers. Never throws: a failure shows in that request.
   */
  warm(): Promise<void>
  close(): void
}

const CLOSED = 'the tunnel was closed'

/** What `http.Agent` calls on a socket between two requests, and a hijacked exec stream does not have. */
const SOCKET_METHODS = ['setKeepAlive', 'setNoDelay', 'setTimeout', 'ref', 'unref'] as const

function asSocket(stream: Duplex): Duplex {
  const target = stream as unknown as Record<string, unknown>
  for (const method of SOCKET_METHODS) target[method] ??= () => stream
  return stream
}

/**
 * Opens a tunnel to 127.0.0.1:`port` inside a container, with HTTP keep-alive over `docker exec -i nc`.
 * Nothing is published and no other container can use it. Connecting takes about 80 ms, each request 1-2 ms.
 */
export function openTunnel(docker: Docker, container: string, port: number): Tunnel {
  const closers = new Set<() => void>()
  /** Fails the requests that wait for their answers. */
  const pending = new Set<() => void>()
  let ahead: Promise<Duplex> | undefined
  let closed = false
  // Left to itself, Node works out a name for TLS, which compiles a pattern for 8 ms.
  const nameless = { servername: '' }
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo', ...nameless })
  const connect = async (): Promise<Duplex> => {
    const session = await docker.exec(container, ['nc', '127.0.0.1', String(port)], { stdin: true })
    session.stderr.resume()
    session.exit.catch(() => {})
    const close = () => session.close()
    if (closed) {
      close()
      throw new Error(CLOSED)
    }
    closers.add(close)
    session.stream.once('close', () => closers.delete(close))
    return asSocket(session.stream)
  }
  agent.createConnection = ((
    _options: AgentOptions,
    callback: (error: Error | null, stream?: Duplex) => void,
  ) => {
    const opening = ahead ?? connect()
    ahead = undefined
    opening.then(
      (stream) => callback(null, stream),
      (error: Error) => callback(error),
    )
    return undefined
  }) as unknown as typeof agent.createConnection

  const sendOnce = (options: TunnelRequest): Promise<TunnelAnswer> =>
    new Promise((resolve, reject) => {
      const headers: Record<string, string> = { host: `127.0.0.1:${port}`, ...options.headers }
      if (options.body !== undefined) headers['content-length'] = String(Buffer.byteLength(options.body))
      // A request whose connection is destroyed already tells of nothing more, so it is not waited for.
      const fail = (error: Error) => {
        settle()
        reject(error)
        outgoing.destroy(error)
      }
      const timer = setTimeout(
        () => fail(new Error(`no answer within ${options.timeout} ms`)),
        options.timeout,
      )
      const abort = () => fail(new DOMException('aborted', 'AbortError'))
      const cut = () => fail(new Error(CLOSED))
      const settle = () => {
        clearTimeout(timer)
        pending.delete(cut)
        options.signal?.removeEventListener('abort', abort)
      }
      const outgoing = request(
        { agent, method: options.method ?? 'GET', path: options.path, headers },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('end', () => {
            settle()
            const body = Buffer.concat(chunks).toString('utf8')
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body })
          })
          incoming.on('error', (error) => {
            settle()
            reject(error)
          })
        },
      )
      outgoing.on('error', (error) => {
        settle()
        reject(error)
      })
      pending.add(cut)
      options.signal?.addEventListener('abort', abort, { once: true })
      outgoing.end(options.body)
    })

  const send = async (options: TunnelRequest): Promise<TunnelAnswer> => {
    options.signal?.throwIfAborted()
    if (closed) throw unreachable(new Error(CLOSED))
    try {
      return await sendOnce(options)
    } catch (error) {
      options.signal?.throwIfAborted()
      if (!wasReset(error)) throw unreachable(error)
      // A kept connection may have been closed by Caddy just as it was used again; a new one tells.
      return await sendOnce(options).catch((again) => {
        throw unreachable(again)
      })
    }
  }

  return {
    send,
    async warm() {
      if (ahead || closers.size > 0) return
      const opening = connect()
      ahead = opening
      const forget = () => {
        if (ahead === opening) ahead = undefined
      }
      // A connection that closed unused is none; one that cannot be opened shows in the request that gets it.
      await opening.then(
        (stream) => void stream.once('close', forget),
        () => {},
      )
    },
    close() {
      closed = true
      for (const cut of [...pending]) cut()
      for (const close of closers) close()
      agent.destroy()
    },
  }
}

/** Whether nothing listens at the port, or closed the connection: as opposed to a Caddy that answers too late. */
export function wasReset(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ECONNRESET' || code === 'EPIPE'
}

function unreachable(cause: unknown): ShoalError {
  if (cause instanceof ShoalError && cause.code === 'engine-lost') return cause
  return new ShoalError(
    'caddy-unreachable',
    'Caddy does not answer on its admin port; nothing was changed in it.',
    'Look at its log: shoal logs caddy',
    { cause },
  )
}
