import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LogBatch, logFilterSchema } from '../../../../contract/logs.ts'
import type { LogOptions } from '../../../../engine/docker/gateway.ts'
import { type FollowQuery, SharedLogs } from '../../../../engine/logs/shared-logs.ts'
import type { LogSource } from '../../../../engine/logs/source.ts'
import { FakeLogs } from '../../../support/fake-logs.ts'

const a1: LogSource = { id: 'a1', name: 'demo-app-1', service: 'app', index: 1 }
const a2: LogSource = { id: 'a2', name: 'demo-app-2', service: 'app', index: 2 }

let docker: FakeLogs
let stop: AbortController

beforeEach(() => {
  docker = new FakeLogs()
  stop = new AbortController()
})
afterEach(() => {
  stop.abort()
  expect(docker.open).toBe(0)
})

const all = { wants: () => true, filter: logFilterSchema.parse({}) }

type Shared = ConstructorParameters<typeof SharedLogs>[2]

/** Reads batches as fast as they come. */
function follow(sources: readonly LogSource[], query: Partial<FollowQuery> = {}, shared: Shared = {}) {
  const batches: LogBatch[] = []
  const logs = new SharedLogs(docker, sources, shared)
  const done = (async () => {
    for await (const batch of logs.follow({ ...all, tail: 100, signal: stop.signal, ...query }))
      batches.push(batch)
    await logs.close()
  })()
  const texts = () => batches.flatMap(({ records }) => records.map(({ text }) => text))
  const end = async () => {
    stop.abort()
    await done
    return texts()
  }
  return { batches, texts, end, done, logs }
}

test('the last lines of all come first, as one batch in time order', async () => {
  for (const time of [1, 3, 5]) docker.write('a1', time, `a1 ${time}`)
  for (const time of [2, 4, 6]) docker.write('a2', time, `a2 ${time}`)
  const reading = follow([a1, a2], { tail: 2 })
  await vi.waitFor(() => expect(reading.batches.length).toBe(1))
  expect(await reading.end()).toEqual(['a1 3', 'a2 4', 'a1 5', 'a2 6'])
})

test('where nothing was written there is an empty batch', async () => {
  docker.start('a1')
  const reading = follow([a1])
  await vi.waitFor(() => expect(reading.batches).toEqual([{ records: [], skipped: 0, anew: true }]))
  docker.write('a1', 1, 'first')
  await vi.waitFor(() => expect(reading.texts()).toEqual(['first']))
  await reading.end()
})

test('lines that come together are handed on together, those of two logs in order', async () => {
  docker.start('a1')
  docker.start('a2')
  const reading = follow([a1, a2])
  await vi.waitFor(() => expect(reading.batches.length).toBe(1))
  docker.write('a1', 2, 'two')
  docker.write('a1', 3, 'three')
  await sleep(20)
  docker.write('a2', 1, 'one')
  await vi.waitFor(() => expect(reading.texts()).toEqual(['one', 'two', 'three']))
  expect(reading.batches.length).toBeLessThanOrEqual(3)
  await reading.end()
})

test('a reader that looks away is told how many lines it missed, and gets the newest', async () => {
  docker.start('a1')
  const limits = { lines: 100, bytes: 1e6 }
  const logs = new SharedLogs(docker, [a1], { limits })
  const batches = logs.follow({ ...all, tail: 10, signal: stop.signal })
  expect(await batches.next()).toEqual({ done: false, value: { records: [], skipped: 0, anew: true } })
  const next = batches.next()
  for (let n = 1; n <= 50; n++) docker.write('a1', n, String(n))
  expect((await next).value?.records.length).toBe(50)
  for (let n = 51; n <= 350; n++) docker.write('a1', n, String(n))
  await vi.waitFor(() => expect(docker.delivered).toBe(350))
  await sleep(120)
  const { value } = await batches.next()
  expect(value?.skipped).toBe(200)
  expect(value?.records.map(({ text }) => text)).toEqual(
    Array.from({ length: 100 }, (_, at) => `${at + 251}`),
  )
  await batches.return()
  await logs.close()
})

test('batches are bounded', async () => {
  for (let n = 1; n <= 5_000; n++) docker.write('a1', n, String(n))
  const reading = follow([a1], { tail: 5_000 })
  await vi.waitFor(() => expect(reading.texts().length).toBe(5_000))
  expect(reading.batches.map(({ records }) => records.length)).toEqual([2_000, 2_000, 1_000])
  await reading.end()
})

test('a restart loses and doubles no line, and a new container is read whole', async () => {
  let tell: (sources: readonly LogSource[]) => void = () => {}
  async function* watchSources(signal: AbortSignal) {
    while (!signal.aborted)
      yield await new Promise<readonly LogSource[]>((resolve) => {
        tell = resolve
        signal.addEventListener('abort', () => resolve([]))
      })
  }
  docker.write('a1', 1_000, 'one')
  const reading = follow([a1], {}, { watchSources })
  await vi.waitFor(() => expect(reading.texts()).toEqual(['one']))
  docker.stop('a1')
  await sleep(10)
  docker.start('a1')
  docker.write('a1', 1_100, 'two')
  docker.write('a2', 1_200, 'three')
  tell([a1, a2])
  await vi.waitFor(() => expect(reading.texts()).toEqual(['one', 'two', 'three']))
  await reading.end()
})

test('a failure reaches the reader', async () => {
  docker.start('a1')
  const failing = {
    inspectContainer: docker.inspectContainer.bind(docker),
    // biome-ignore lint/correctness/useYield: it fails before
    async *logBatches(_id: string, _options: LogOptions) {
      throw new Error('broken')
    },
  }
  const logs = new SharedLogs(failing, [a1])
  await expect(logs.follow({ ...all, tail: 1 }).next()).rejects.toThrow('broken')
  await logs.close()
})
