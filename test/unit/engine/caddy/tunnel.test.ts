import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { openTunnel, type Tunnel } from '../../../../engine/caddy/tunnel.ts'
import { fakeDocker, ncTo } from '../../../support/fake-docker.ts'

let server: Server
let sockets: Socket[]
let tunnel: Tunnel
let commands: string[]
/** What the server does with a request; by default it tells what it got. */
let behave: (socket: Socket, request: number) => 'answer' | 'silence' | 'reset'

beforeEach(async () => {
  sockets = []
  commands = []
  behave = () => 'answer'
  let requests = 0
  server = createServer(async (request, response) => {
    const does = behave(request.socket, ++requests)
    if (does === 'reset') request.socket.resetAndDestroy()
    if (does !== 'answer') return
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    response.setHeader('x-rotation', 'out').writeHead(body ? 201 : 200)
    response.end(
      `${request.method} ${request.url} ${request.headers.host} ${request.headers['x-upstream']} ${body}`,
    )
  })
  server.on('connection', (socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const docker = fakeDocker({
    exec: async (container, command, options) => {
      commands.push(`${container} ${command.join(' ')} ${JSON.stringify(options)}`)
      return ncTo(port)
    },
  })
  tunnel = openTunnel(docker, 'caddy1', 2019)
})

afterEach(() => {
  tunnel.close()
  server.closeAllConnections()
  server.close()
})

const get = (path: string, more: { timeout?: number; signal?: AbortSignal } = {}) =>
  tunnel.send({ path, timeout: 10_000, ...more })

describe('openTunnel', () => {
  it('carries requests with their bodies, and keeps the connection for the next one', async () => {
    const first = await get('/config/')
    const second = await tunnel.send({
      method: 'POST',
      path: '/load',
      headers: { 'x-upstream': 'a:1' },
      body: 'größe',
      timeout: 10_000,
    })
    expect([first, second].map(({ status, headers, body }) => [status, headers['x-rotation'], body])).toEqual(
      [
        [200, 'out', 'GET /config/ 127.0.0.1:2019 undefined '],
        [201, 'out', 'POST /load 127.0.0.1:2019 a:1 größe'],
      ],
    )
    expect(commands).toEqual(['caddy1 nc 127.0.0.1 2019 {"stdin":true}'])
  })

  it('opens a connection for each request that finds none idle, the one opened ahead included', async () => {
    tunnel.warm()
    const answers = await Promise.all(['/1', '/2'].map((path) => get(path)))
    expect([answers.map(({ body }) => body.split(' ')[1]), sockets.length]).toEqual([['/1', '/2'], 2])
    await get('/3')
    expect(sockets).toHaveLength(2)
  })

  it('tries again over a new connection when a kept one turns out to be closed', async () => {
    await get('/first')
    behave = (_socket, request) => (request === 2 ? 'reset' : 'answer')
    expect([(await get('/second')).status, sockets.length]).toEqual([200, 2])
  })

  it('tries only once more', async () => {
    behave = () => 'reset'
    await expect(get('/')).rejects.toMatchObject({ code: 'caddy-unreachable' })
    expect(sockets).toHaveLength(2)
  })

  it('gives up at the time limit without a second try, and works again afterwards', async () => {
    behave = () => 'silence'
    await expect(get('/', { timeout: 30 })).rejects.toMatchObject({
      code: 'caddy-unreachable',
      cause: expect.objectContaining({ message: 'no answer within 30 ms' }),
    })
    behave = () => 'answer'
    expect([(await get('/')).status, sockets.length]).toEqual([200, 2])
  })

  it("throws the signal's own reason", async () => {
    behave = () => 'silence'
    const stop = new AbortController()
    const asked = get('/', { signal: stop.signal })
    const reason = new ShoalError('superseded', 'a newer one')
    setTimeout(() => stop.abort(reason), 20)
    await expect(asked).rejects.toBe(reason)
    await expect(get('/', { signal: stop.signal })).rejects.toBe(reason)
  })

  it('says engine-lost where Docker itself is gone, else that Caddy is', async () => {
    const lost = new ShoalError('engine-lost', 'Docker went away')
    const opened = (error: Error) =>
      openTunnel(fakeDocker({ exec: () => Promise.reject(error) }), 'caddy1', 2019)
    await expect(opened(lost).send({ path: '/', timeout: 1_000 })).rejects.toBe(lost)
    const stopped = new ShoalError('container-failed', 'it does not run')
    await expect(opened(stopped).send({ path: '/', timeout: 1_000 })).rejects.toMatchObject({
      code: 'caddy-unreachable',
      cause: stopped,
    })
  })

  it('fails at once what waits for an answer when it is closed, and whatever comes later', async () => {
    behave = () => 'silence'
    await get('/warm', { timeout: 20 }).catch(() => {})
    const waiting = [get('/a'), get('/b')].map((asked) => asked.catch((error) => error.cause.message))
    const opening = get('/c').catch((error) => error.cause.message)
    await expect.poll(() => sockets.length).toBeGreaterThan(2)
    tunnel.close()
    const late = get('/late').catch((error) => error.cause.message)
    expect(await Promise.all([...waiting, opening, late])).toEqual(Array(4).fill('the tunnel was closed'))
  })

  it('closes its connections', async () => {
    await get('/')
    const closed = new Promise((resolve) => sockets[0]?.once('close', resolve))
    tunnel.close()
    await closed
  })
})
