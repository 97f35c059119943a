import { connect, createServer } from 'node:net'

/** `forbidden`: nobody seems to use it, but this user may not listen there, so it is not certain. */
export type PortState = 'free' | 'busy' | 'forbidden'

/**
 * Milliseconds within which a listener on this machine takes a connection. The limit matters on Windows, where a
 * refused connection is retried for two seconds.
 */
const ANSWER = 200

/**
 * Whether a port could be published on this address now, found by listening there for a moment.
 *
 * The loopback address of the other family counts too: a browser tries `localhost` as ::1 first, and would reach the
 * program that listens there instead of the stack. The addresses are also dialled, because macOS and Windows let one
 * program listen on 127.0.0.1 while another listens on all addresses.
 */
export async function checkPort(port: number, hostIp = '127.0.0.1'): Promise<PortState> {
  const addresses = addressesFor(hostIp)
  const states = await Promise.all(addresses.map((address) => tryListen(port, address)))
  if (states.includes('busy')) return 'busy'
  const answers = await Promise.all(addresses.map((address) => answersAt(port, dialled(address))))
  if (answers.includes(true)) return 'busy'
  return states.includes('forbidden') ? 'forbidden' : 'free'
}

/**
 * Whether nobody uses this port. A port below 1024 that only a privileged user may open counts as free when nobody
 * answers there: the engine is the one that opens it. Above, a refusal means that the system keeps the port for itself.
 */
export async function isPortFree(port: number, hostIp = '127.0.0.1'): Promise<boolean> {
  const state = await checkPort(port, hostIp)
  return state === 'free' || (state === 'forbidden' && port < 1024)
}

function addressesFor(hostIp: string): string[] {
  if (hostIp === '' || hostIp === '0.0.0.0' || hostIp === '::') return ['0.0.0.0', '::']
  if (hostIp.startsWith('127.') || hostIp === '::1') return [hostIp, hostIp === '::1' ? '127.0.0.1' : '::1']
  return [hostIp]
}

function dialled(address: string): string {
  return address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address
}

function tryListen(port: number, host: string): Promise<PortState> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('busy')
      else if (error.code === 'EACCES') resolve('forbidden')
      // The address does not exist here (no IPv6, for example), so nobody uses the port on it.
      else resolve('free')
    })
    server.listen({ port, host, exclusive: true, ipv6Only: true }, () => server.close(() => resolve('free')))
  })
}

function answersAt(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host })
    const end = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.setTimeout(ANSWER, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
