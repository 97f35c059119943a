import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { nextFreePort } from '../../../../scripts/demo/port.js'

test('the wanted port is taken when nobody holds it', async () => {
  expect(await nextFreePort(8080, async () => true)).toBe(8080)
})

test('a held port is passed over', async () => {
  expect(await nextFreePort(8080, async (port) => port > 8081)).toBe(8082)
})

test('the last port is the last one tried', async () => {
  await expect(nextFreePort(65_534, async () => false)).rejects.toThrow('No port from 65534 on is free.')
})

test('a listener holds its port, whatever address it has', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  expect(await nextFreePort(port)).not.toBe(port)
  server.close()
})
