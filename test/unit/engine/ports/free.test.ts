import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkPort, isPortFree } from '../../../../engine/ports/free.ts'

const servers: Server[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))))
})

function listen(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    servers.push(server)
    server.listen(0, host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
    })
  })
}

const loopback = await listen('::1').then(
  () => true,
  () => false,
)

test('a port that nobody listens on is free', async () => {
  const port = await listen('127.0.0.1')
  await new Promise((done) => servers.pop()?.close(done))
  expect([await checkPort(port), await isPortFree(port), await checkPort(port, '0.0.0.0')]).toEqual([
    'free',
    true,
    'free',
  ])
})

test.each(['127.0.0.1', '0.0.0.0'])('a port that is listened on at %s is busy', async (host) => {
  const port = await listen(host)
  expect([await isPortFree(port), await isPortFree(port, '0.0.0.0')]).toEqual([false, false])
})

test.runIf(loopback)('a program on ::1 makes the port busy, because localhost reaches it first', async () => {
  const port = await listen('::1')
  expect([await isPortFree(port), await isPortFree(port, '0.0.0.0')]).toEqual([false, false])
})
