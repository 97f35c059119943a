import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { countAnswers, formatSpread } from '../../../../scripts/demo/spread.js'

test('answers are counted by who gave them, failures by their reason', async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.writeHead(requests === 7 ? 503 : 200, { 'x-served-by': `app-${requests % 2}` }).end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const counts = await countAnswers(`http://127.0.0.1:${port}/`, 20)
  server.close()
  expect(Object.fromEntries(counts)).toEqual({ 'app-0': 10, 'app-1': 9, 'status 503': 1 })
})

test('the table is in the order of the instances', () => {
  const counts = new Map([
    ['app-10', 100],
    ['app-2', 50],
    ['app-1', 50],
  ])
  expect(formatSpread(counts)).toBe(
    [
      `  app-1    50   25 %  ${'#'.repeat(13)}`,
      `  app-2    50   25 %  ${'#'.repeat(13)}`,
      `  app-10  100   50 %  ${'#'.repeat(25)}`,
    ].join('\n'),
  )
})
