import { expect, test } from 'vitest'
import { readStats } from '../../../../../engine/docker/stats/read-stats.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

const tick = (used: number, before?: number) =>
  `${JSON.stringify({
    cpu_stats: { cpu_usage: { total_usage: used }, system_cpu_usage: used * 4, online_cpus: 2 },
    precpu_stats:
      before === undefined ? {} : { cpu_usage: { total_usage: before }, system_cpu_usage: before * 4 },
  })}\n`
const never = new AbortController().signal

test('ticks become samples, the first excepted, and the stream ends with the container', async () => {
  const engine = await fakeEngine((_request, response) =>
    response.end(tick(10) + tick(20, 10) + tick(40, 20)),
  )
  const cpus: number[] = []
  for await (const { cpu } of readStats(engine.client, 'app', never)) cpus.push(cpu)
  expect(cpus).toEqual([50, 50])
  expect(engine.requests).toEqual(['GET /v1.41/containers/app/stats?stream=true'])
})

test('breaking out closes the connection, and so does the signal', async () => {
  let open = 0
  const engine = await fakeEngine((request, response) => {
    open += 1
    request.once('close', () => {
      open -= 1
    })
    response.write(tick(10) + tick(20, 10))
  })
  for await (const _ of readStats(engine.client, 'app', never)) break
  await expect.poll(() => open).toBe(0)
  const abort = new AbortController()
  const samples = readStats(engine.client, 'app', abort.signal)
  await samples.next()
  abort.abort()
  await expect(samples.next()).rejects.toMatchObject({ code: 'cancelled' })
  await expect.poll(() => open).toBe(0)
})

test('a container that is not there, and an engine that goes away, are told as such', async () => {
  const refusing = await fakeEngine((_request, response) =>
    json(response, { message: 'No such container: app' }, 404),
  )
  await expect(readStats(refusing.client, 'app', never).next()).rejects.toMatchObject({
    code: 'container-failed',
  })
  const going = await fakeEngine((_request, response) => {
    response.write(tick(10))
    setTimeout(() => response.destroy(), 10)
  })
  await expect(readStats(going.client, 'app', never).next()).rejects.toMatchObject({ code: 'engine-lost' })
})
