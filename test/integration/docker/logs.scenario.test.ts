import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { LogEntry, LogOptions } from '../../../engine/docker/gateway.ts'
import { realEngine } from '../../support/real-engine.ts'

const engine = realEngine()
const node = (script: string) => ['node', '-e', script]

async function entries(id: string, options: Partial<LogOptions> = {}): Promise<LogEntry[]> {
  const all: LogEntry[] = []
  for await (const entry of engine.docker.logs(id, { follow: true, tail: 'all', ...options })) all.push(entry)
  // Where its bytes lie is nobody's business.
  return all.map(({ time, stamp, stream, text }) => ({ time, stamp, stream, text }))
}

test('lines of both streams come whole, and following ends with the container', async () => {
  const id = await engine.run(
    node(`console.log('{"json":1}'); console.error('fisch 🐟\\r'); console.log('x'.repeat(40_000))`),
  )
  const found = await entries(id)
  expect(found.map(({ stream, text }) => `${stream} ${text}`).sort()).toEqual([
    'stderr fisch 🐟',
    `stdout ${'x'.repeat(40_000)}`,
    'stdout {"json":1}',
  ])
  for (const { time, stamp } of found)
    expect([Math.abs(Date.now() - time) < 60_000, stamp.length]).toEqual([true, 30])
})

test('tail and since choose the last lines', async () => {
  const id = await engine.run(
    node(`let n = 0; const t = setInterval(() => { console.log(n); if (++n === 5) clearInterval(t) }, 100)`),
  )
  const all = await entries(id)
  expect(all.map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4'])
  expect(await entries(id, { follow: false, tail: 2 })).toEqual(all.slice(3))
  expect(await entries(id, { follow: false, since: (all[2]?.time ?? 0) + 1 })).toEqual(all.slice(3))
})

test('breaking out and the signal both free the connection', async () => {
  const id = await engine.run(node(`setInterval(() => console.log('tick'), 20)`))
  const before = openPipes()
  for await (const { text } of engine.docker.logs(id, { follow: true, tail: 1 })) {
    expect(text).toBe('tick')
    break
  }
  const signal = AbortSignal.timeout(200)
  await expect(entries(id, { signal })).rejects.toMatchObject({ code: 'cancelled' })
  await expect.poll(openPipes).toBeLessThanOrEqual(before)
})

test('a slow reader holds the log back instead of filling memory', async () => {
  const id = await engine.run(
    node(`const line = 'y'.repeat(999); for (let n = 0; n < 20_000; n += 1) console.log(line)`),
  )
  const before = process.memoryUsage().rss
  let count = 0
  for await (const _ of engine.docker.logs(id, { follow: true, tail: 'all' })) {
    count += 1
    if (count % 2_000 === 0) await sleep(50)
  }
  expect(count).toBe(20_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
})

function openPipes(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'PipeWrap').length
}
