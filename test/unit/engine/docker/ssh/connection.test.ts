import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ProcessConnection } from '../../../../../engine/docker/ssh/connection.ts'

test('a slow reader holds the process back instead of filling memory', async () => {
  const connection = new ProcessConnection('head', ['-c', '20000000', '/dev/zero'])
  await once(connection, 'readable')
  await sleep(200)
  expect(connection.readableLength).toBeLessThan(1_000_000)
  let length = 0
  for await (const chunk of connection) length += (chunk as Buffer).length
  expect(length).toBe(20_000_000)
})

test('ending it lets the process answer, destroying it closes it at once', async () => {
  const echo = new ProcessConnection('cat', [])
  echo.end('question')
  expect((await echo.toArray()).join('')).toBe('question')
  const hanging = new ProcessConnection('sleep', ['1000'])
  hanging.destroy()
  await once(hanging, 'close')
  expect(hanging.destroyed).toBe(true)
})
