import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Instance } from './instance.ts'
import { targetOf } from './target.ts'

/** What `/ws` sends. `?ticker=0` leaves the ticks out. */
export type LiveMessage =
  | {
      readonly type: 'tick'
      readonly instance: string
      /** ISO 8601. */
      readonly time: string
      readonly visits: number
      readonly requests: number
      readonly sockets: number
    }
  | { readonly type: 'echo'; readonly instance: string; readonly data: string }

const TICK_MS = 1000
const PING_MS = 25_000
const LONGEST_MESSAGE_BYTES = 1024 * 1024
/** RFC 6455, 7.4.1: the endpoint is going away. */
const GOING_AWAY = 1001

export type Live = {
  /** Takes an upgrade request over; anything but `/ws` is refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Closes every socket with 1001; settles when all are closed, cutting those that stay silent for `limitMs`. */
  close(limitMs: number): Promise<void>
}

/** The WebSocket end of this instance: echoes what it is sent, and ticks each second. */
export function createLive(instance: Instance): Live {
  const server = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES })
  const ticking = new Set<WebSocket>()
  const silent = new Set<WebSocket>()

  const tick = (): string => {
    const { name, visits, requests, sockets } = instance
    const time = new Date().toISOString()
    return JSON.stringify({
      type: 'tick',
      instance: name,
      time,
      visits,
      requests,
      sockets,
    } satisfies LiveMessage)
  }
  const ticker = setInterval(() => {
    if (ticking.size === 0) return
    const message = tick()
    for (const socket of ticking) socket.send(message)
  }, TICK_MS)
  const pinger = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      socket.ping()
    }
  }, PING_MS)

  function welcome(socket: WebSocket, wantsTicks: boolean): void {
    instance.sockets += 1
    socket.on('pong', () => silent.delete(socket))
    socket.on('message', (bytes) => {
      const echo: LiveMessage = { type: 'echo', instance: instance.name, data: bytes.toString() }
      socket.send(JSON.stringify(echo))
    })
    // A socket that errs is closed by ws itself, and `close` follows.
    socket.on('error', () => {})
    socket.on('close', () => {
      instance.sockets -= 1
      ticking.delete(socket)
      silent.delete(socket)
    })
    if (!wantsTicks) return
    ticking.add(socket)
    socket.send(tick())
  }

  return {
    upgrade(request, socket, head) {
      const { pathname, query } = targetOf(request)
      if (pathname !== '/ws' || instance.stopping) {
        const status = instance.stopping ? '503 Service Unavailable' : '404 Not Found'
        // Node listens for errors on a socket only until it upgrades; one unheard would end the process.
        socket.on('error', () => {})
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
        return
      }
      server.handleUpgrade(request, socket, head, (client) => welcome(client, query.get('ticker') !== '0'))
    },

    async close(limitMs) {
      clearInterval(ticker)
      clearInterval(pinger)
      const closed = [...server.clients].map((socket) => closeSocket(socket, limitMs))
      await Promise.all(closed)
    },
  }
}

async function closeSocket(socket: WebSocket, limitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const timer = setTimeout(() => socket.terminate(), limitMs)
  socket.close(GOING_AWAY, 'instance is stopping')
  if (socket.readyState !== WebSocket.CLOSED) await closed
  clearTimeout(timer)
}
