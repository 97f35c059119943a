import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks for a name below localhost. Browsers take such names for this machine; Node asks the resolver. */
function ask(name: string, path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${name}.localhost:${stack.port}` }
    const outgoing = request(new URL(path, stack.url), { method, headers }, (incoming) => {
      let body = ''
      incoming.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      incoming.on('error', reject)
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }))
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Who answered, by how many answers. */
async function servers(name: string, times: number): Promise<Record<string, number>> {
  const answers = await Promise.all(Array.from({ length: times }, () => ask(name, '/api/whoami')))
  const counts: Record<string, number> = {}
  for (const { headers } of answers) {
    const by = String(headers['x-served-by'])
    counts[by] = (counts[by] ?? 0) + 1
  }
  return counts
}

const only = (count: number) => ({ [stack.container('app-2')]: count })

test('app-2.localhost is answered by app-2 alone, other names by all', async () => {
  expect(await servers('app-2', 30)).toEqual(only(30))
  expect(await servers('APP-2', 3)).toEqual(only(3))
  expect(Object.keys(await servers('shop', 60))).toHaveLength(3)
})

test('its answers have the same headers and lines in the access log as any', async () => {
  const { headers } = await ask('app-2', '/?mark=single')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
  const { stdout } = await stack.mustShoal('--json', 'logs', 'caddy', '--grep', 'mark=single')
  const entry = JSON.parse(JSON.parse(stdout.trim()).text)
  expect(entry).toMatchObject({ status: 200, upstream: `${stack.container('app-2')}:3000` })
})

test('a WebSocket to app-2.localhost ends at app-2 and counts as its stream', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const headers = { host: `app-2.localhost:${stack.port}` }
      const socket = new WebSocket(`${stack.url.replace('http', 'ws')}/ws?ticker=0`, { headers })
      await once(socket, 'open')
      return socket
    }),
  )
  const ends = await Promise.all(
    sockets.map(async (socket) => {
      const answered = once(socket, 'message')
      socket.send('hello')
      return JSON.parse(String((await answered)[0])).instance
    }),
  )
  expect(ends).toEqual(sockets.map(() => stack.container('app-2')))
  const streams = async () => (await stack.status()).instances.map(({ streams }) => streams)
  expect(await streams()).toEqual([0, 4, 0])
  for (const socket of sockets) socket.close()
  await waitFor(async () => (await streams())[1] === 0)
})

test('a sick instance can still be looked at under its own name', async () => {
  await ask('app-2', '/api/sick', 'POST')
  await waitFor(async () => (await stack.status()).instances[1]?.health === 'unhealthy')
  expect(await servers('app-2', 5)).toEqual(only(5))
  await ask('app-2', '/api/sick', 'POST')
  await waitFor(async () => (await stack.status()).instances[1]?.health === 'healthy')
})

test('a request that came this way is in flight there, and is finished before the instance leaves', async () => {
  const slow = ask('app-3', '/api/slow?ms=5000')
  await waitFor(async () => (await stack.status()).instances[2]?.inFlight === 1)
  await stack.mustShoal('scale', '2')
  expect((await slow).status).toBe(200)
})

test('a name without an instance that runs is told so in one sentence', async () => {
  const sentences = await Promise.all(
    ['app-3', 'app-11', 'app-02'].map(async (name) => {
      const { status, body } = await ask(name, '/')
      return `${status} ${body}`
    }),
  )
  expect(sentences).toEqual([
    '502 app-3.localhost does not answer. `shoal status` lists the instances that run.',
    '404 There is no app-11.localhost. `shoal status` lists the instances.',
    '404 There is no app-02.localhost. `shoal status` lists the instances.',
  ])
})
