import { once } from 'node:events'
import { connect, createServer } from 'node:net'

const HIGHEST_PORT = 65_535

/**
 * The first port from the wanted one on that nobody holds.
 * @param {number} wanted
 * @param {(port: number) => Promise<boolean>} [free]
 * @returns {Promise<number>}
 * @throws {Error} when all are held
 */
export async function nextFreePort(wanted, free = isFree) {
  for (let port = wanted; port <= HIGHEST_PORT; port += 1) {
    if (await free(port)) return port
  }
  throw new Error(`No port from ${wanted} on is free.`)
}

/**
 * Whether a listener on the loopback address could have the port. A connection is tried too, for on some systems two
 * listeners can share a port when one of them names no address.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
async function isFree(port) {
  return (await canListen(port)) && !(await answers(port))
}

/** @param {number} port */
async function canListen(port) {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** @param {number} port */
async function answers(port) {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
