import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** The connections of an HTTP server and the requests in flight on them. WebSockets leave it when they upgrade. */
export class Connections {
  readonly #server: Server
  readonly #inFlight = new Map<Socket, Set<ServerResponse>>()
  #draining = false
  #lastRequestAt = Number.NEGATIVE_INFINITY

  constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket: Socket) => {
      this.#inFlight.set(socket, new Set())
      socket.once('close', () => this.#inFlight.delete(socket))
    })
    server.on('upgrade', (request: IncomingMessage) => this.#inFlight.delete(request.socket))
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) =>
      this.#enter(request, response),
    )
  }

  /** Requests begun and not yet answered. */
  get requestsInFlight(): number {
    let count = 0
    for (const responses of this.#inFlight.values()) count += responses.size
    return count
  }

  /** Milliseconds since the last request that was not a health check. */
  get quietMs(): number {
    return performance.now() - this.#lastRequestAt
  }

  /** Stops accepting connections; those that are open are still answered, each for the last time. */
  drain(): void {
    this.#draining = true
    // http.Server's own close() also cuts idle connections, on which a proxy may have a request under way.
    NetServer.prototype.close.call(this.#server)
    for (const responses of this.#inFlight.values())
      for (const response of responses) lastOnConnection(response)
  }

  /** Cuts the connections without a request in flight; returns how many there were. */
  cutIdle(): number {
    const idle = [...this.#inFlight].filter(([, responses]) => responses.size === 0)
    for (const [socket] of idle) socket.destroy()
    return idle.length
  }

  #enter(request: IncomingMessage, response: ServerResponse): void {
    if (!request.url?.startsWith('/api/health')) this.#lastRequestAt = performance.now()
    if (this.#draining) lastOnConnection(response)
    const responses = this.#inFlight.get(request.socket)
    responses?.add(response)
    response.once('close', () => responses?.delete(response))
  }
}

function lastOnConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}
