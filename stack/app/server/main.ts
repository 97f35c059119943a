import { createServer } from 'node:http'
import { Connections } from './connections.ts'
import { Database } from './database.ts'
import { createInstance } from './instance.ts'
import { createLive } from './live.ts'
import { Pages } from './pages.ts'
import { createRouter } from './router.ts'
import { shutDown } from './shutdown.ts'

const DEFAULT_POOL_MAX = 5
/** Above the two minutes for which Caddy keeps an idle connection, so that Caddy is the one to close it. */
const KEEP_ALIVE_MS = 150_000
const WARM_AFTER_QUIET_MS = 3000

const port = Number(process.env.PORT ?? 3000)
const poolMax = Number(process.env.DATABASE_POOL_MAX) || DEFAULT_POOL_MAX
const instance = createInstance(new Database(process.env.DATABASE_URL || undefined, poolMax))
const pages = new Pages(__dirname)
const route = createRouter(instance, (request, response) => pages.answer(request, response))
const live = createLive(instance)

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 5000 })
const connections = new Connections(server)
server.on('request', async (request, response) => {
  try {
    await route(request, response)
  } catch (error) {
    if (request.destroyed && !request.complete) return
    const id = request.headers['x-request-id']
    console.error(
      `${request.method} ${request.url?.split('?')[0]} failed, request_id=${id ?? 'none'}:`,
      error,
    )
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
})
server.on('upgrade', (request, socket, head) => live.upgrade(request, socket, head))

server.listen(port, process.env.HOSTNAME ?? '0.0.0.0', () => {
  console.log(`${instance.name} listens on port ${port} after ${Math.round(performance.now())} ms`)
  // The first health check finds the connection to the database already open.
  void instance.database.check()
})

const warming = setInterval(() => {
  if (connections.quietMs < WARM_AFTER_QUIET_MS || process.uptime() * 1000 < WARM_AFTER_QUIET_MS) return
  clearInterval(warming)
  void pages.warm()
}, 500)

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (instance.stopping) return
  const since = performance.now()
  clearInterval(warming)
  await shutDown(instance, connections, live)
  console.log(`${instance.name} stopped ${Math.round(performance.now() - since)} ms after ${signal}`)
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
