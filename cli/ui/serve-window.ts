import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Engine } from '../../contract/engine.ts'
import { ShoalError } from '../../contract/errors.ts'
import { serve } from '../../rpc/host.ts'
import { webSocketPort } from '../../rpc/websocket.ts'
import { answer, type Doors } from './answer.ts'
import { Guard } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { Keys } from './keys.ts'
import { listenFrom, listenOn } from './listen.ts'
import { Site } from './site.ts'

/** Where the window is unless its user says otherwise: next to nothing else uses this port. */
export const DEFAULT_PORT = 7420

/** Bytes: far above a `.env`, which is the largest thing that a window sends at once. */
const LARGEST_FRAME = 8 << 20

/** Milliseconds that a window has to take note of the end. */
const FAREWELL = 500

export interface WindowOptions {
  readonly engine: Engine
  /** The folder of the built window. */
  readonly folder: string
  /** This port and no other; else the first free one from 7420 on. */
  readonly port: number | undefined
  /** The origin of a development server that shows the window instead. */
  readonly guest: string | undefined
}

export interface WindowServer {
  readonly port: number
  /** An address that lets one browser in. `lifetime` is in milliseconds; without one it lasts as long as the server. */
  address(lifetime?: number): string
  /** Ends every window. Calls that came from them go on. */
  close(): Promise<void>
}

/**
 * Serves the window to browsers of this machine: its files, and the engine over a WebSocket. One engine serves them all.
 * Throws `port-busy` naming who holds the port, and `internal` when the window is not built.
 */
export async function serveWindow({
  engine,
  folder,
  port: wanted,
  guest,
}: WindowOptions): Promise<WindowServer> {
  const site = new Site(folder)
  if (!(await site.exists()))
    throw new ShoalError('internal', `The window is not built: ${folder} has no page.`, 'Run: npm run build')
  const server = createServer()
  const port = await listen(server, wanted, engine)
  const keys = new Keys()
  const guard = new Guard(port, guest)
  const doors: Doors = { guard, keys, site, entrance: guest ?? '/' }
  const headers = new Map(Object.entries(securityHeaders(port)))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME })

  server.on('request', (request, response) => {
    response.setHeaders(headers)
    answer(request, response, doors).catch(() => response.destroy())
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const isWindow = guard.knowsUpgrade(request.headers) && keys.admits(guard.sessionIn(request.headers))
    if (!isWindow || request.url !== '/rpc')
      return refuse(socket, isWindow ? '404 Not Found' : '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, (accepted) => serve(engine, webSocketPort(accepted)))
  })
  return {
    port,
    address: (lifetime) => `http://127.0.0.1:${port}/?token=${keys.issue(lifetime)}`,
    close: () => end(server, sockets),
  }
}

async function listen(server: Server, wanted: number | undefined, engine: Engine): Promise<number> {
  if (wanted === undefined) {
    const port = await listenFrom(server, DEFAULT_PORT)
    if (port !== undefined) return port
    throw new ShoalError('port-busy', `No port from ${DEFAULT_PORT} on is free; nothing was started.`)
  }
  if (await listenOn(server, wanted)) return wanted
  const unknown = { holder: 'another program', next: wanted + 1 }
  // Who holds it can be a container, which is asked of Docker: without Docker it stays unknown.
  const { holder, next } = await engine.call('port.check', { port: wanted }).catch(() => unknown)
  const reason = holder === '' ? 'is kept by the system' : `is used by ${holder}`
  throw new ShoalError(
    'port-busy',
    `Port ${wanted} ${reason}; no window was opened.`,
    `Run "shoal ui --port ${next}", or without --port for the next free one.`,
  )
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

async function end(server: Server, sockets: WebSocketServer): Promise<void> {
  const ended = Promise.all([
    new Promise((resolve) => void server.close(resolve)),
    ...[...sockets.clients].map((client) => new Promise((resolve) => client.once('close', resolve))),
  ])
  for (const client of sockets.clients) client.close(1001, 'Shoal is ending')
  server.closeAllConnections()
  const impatience = setTimeout(() => {
    for (const client of sockets.clients) client.terminate()
  }, FAREWELL)
  await ended
  clearTimeout(impatience)
}
