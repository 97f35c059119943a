import { once } from 'node:events'
import { Agent, createServer, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connections } from '../../../../../stack/app/server/connections.ts'

let server: Server
let connections: Connections
let agent: Agent
let held: ServerResponse[]

beforeEach(async () => {
  held = []
  server = createServer((incoming, response) => {
    if (incoming.url === '/hold') held.push(response)
    else response.end('ok')
  })
  connections = new Connections(server)
  agent = new Agent({ keepAlive: true, maxSockets: 1 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

async function get(port: number, path: string): Promise<{ connection: string | undefined; reused: boolean }> {
  const call = request({ host: '127.0.0.1', port, path, agent })
  call.end()
  const [response] = await once(call, 'response')
  response.resume()
  await once(response, 'end')
  return { connection: response.headers.connection, reused: call.reusedSocket }
}

const portOf = () => (server.address() as AddressInfo).port

test('a request on an open connection is answered after drain, for the last time on that connection', async () => {
  const port = portOf()
  expect(await get(port, '/')).toEqual({ connection: 'keep-alive', reused: false })
  connections.drain()
  expect(await get(port, '/')).toEqual({ connection: 'close', reused: true })
  await expect(get(port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('only connections without a request in flight are cut', async () => {
  const port = portOf()
  await get(port, '/')
  const other = new Agent({ keepAlive: true })
  const slow = request({ host: '127.0.0.1', port, path: '/hold', agent: other })
  slow.end()
  await expect.poll(() => connections.requestsInFlight).toBe(1)
  connections.drain()
  expect(connections.cutIdle()).toBe(1)
  held[0]?.end('done')
  const [response] = await once(slow, 'response')
  expect([response.statusCode, response.headers.connection]).toEqual([200, 'close'])
  other.destroy()
})

test('health checks do not count as traffic', async () => {
  await get(portOf(), '/api/health')
  expect(connections.quietMs).toBe(Number.POSITIVE_INFINITY)
  await get(portOf(), '/')
  expect(connections.quietMs).toBeLessThan(1000)
})
