import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { nextFreePort } from '../../../../engine/ports/next.ts'

let server: Server | undefined

afterEach(() => new Promise<void>((done) => server?.close(() => done())))

test('a free port is its own answer, and a busy one is followed by a higher one', async () => {
  server = createServer()
  const busy = await new Promise<number>((resolve) => {
    server?.listen(0, '127.0.0.1', () => {
      const address = server?.address()
      if (address && typeof address === 'object') resolve(address.port)
    })
  })
  const next = await nextFreePort(busy)
  expect(next).toBeGreaterThan(busy)
  expect(await nextFreePort(next)).toBe(next)
})
