import { once } from 'node:events'
import type { Server } from 'node:http'

/** Nobody else on the network can connect. */
const ADDRESS = '127.0.0.1'
const HIGHEST_PORT = 65_535

/** Listens on this port, and no other. Resolves to whether it was free; throws what else goes wrong. */
export async function listenOn(server: Server, port: number): Promise<boolean> {
  try {
    server.listen({ port, host: ADDRESS, exclusive: true })
    await once(server, 'listening')
    return true
  } catch (error) {
    // EACCES: kept by the system for itself.
    if (['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** Listens on the first free port from this one on. Returns it; undefined when there is none. */
export async function listenFrom(server: Server, first: number): Promise<number | undefined> {
  for (let port = first; port <= HIGHEST_PORT; port += 1) if (await listenOn(server, port)) return port
  return undefined
}
