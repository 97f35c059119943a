import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Connections } from './connections.ts'
import type { Instance } from './instance.ts'
import type { Live } from './live.ts'

/** Requests in flight get this long; Compose's grace period for the app should be above it. */
const IN_FLIGHT_LIMIT_MS = 25_000
const WEBSOCKET_LIMIT_MS = 1000
const POOL_LIMIT_MS = 500
const POLL_MS = 10

/** Requests came within this time: a proxy still sends here, so its idle connections are about to be used. */
const BUSY_MS = 1000
/** A busy proxy has used, and so given up, the connections it favours when nothing came for this long. */
const QUIET_MS = 250

/**
 * Ends this instance's work without losing a request, then settles.
 *
 * A proxy can send a request on an idle connection at the moment the server closes it, and may not repeat a
 * POST. So while requests keep coming, idle connections stay open and each request is answered with
 * `Connection: close`; they are cut once the proxy has gone quiet, or at once when it was quiet before.
 */
export async function shutDown(instance: Instance, connections: Connections, live: Live): Promise<void> {
  instance.stopping = true
  const deadline = performance.now() + IN_FLIGHT_LIMIT_MS
  const wasBusy = connections.quietMs < BUSY_MS
  connections.drain()
  const socketsClosed = live.close(WEBSOCKET_LIMIT_MS)

  const mustWait = () => connections.requestsInFlight > 0 || (wasBusy && connections.quietMs < QUIET_MS)
  while (mustWait() && performance.now() < deadline) await sleep(POLL_MS)
  // Two turns of the event loop read what had already arrived on a connection that looks idle.
  await turn()
  await turn()
  connections.cutIdle()
  while (connections.requestsInFlight > 0 && performance.now() < deadline) await sleep(POLL_MS)

  await socketsClosed
  const poolClosed = instance.database.close().catch(() => {})
  await Promise.race([poolClosed, sleep(POOL_LIMIT_MS)])
}
