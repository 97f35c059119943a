import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import type { LogRecord } from '../../../../contract/logs.ts'
import type { LogOptions } from '../../../../engine/docker/gateway.ts'
import { Bell } from '../../../../engine/logs/bell.ts'
import { readLogs } from '../../../../engine/logs/read.ts'
import type { LogQuery, LogSource } from '../../../../engine/logs/source.ts'
import { FakeLogs } from '../../../support/fake-logs.ts'

const source = (id: string): LogSource => ({
  id,
  name: `web-${id}`,
  service: 'app',
  index: Number(id.at(-1)),
})
const a1 = source('a1')
const a2 = source('a2')

let docker: FakeLogs

beforeEach(() => {
  docker = new FakeLogs()
})

/** Reads in the background until it is stopped. */
function follow(sources: readonly LogSource[], query: Omit<LogQuery, 'follow' | 'signal'> = {}) {
  const stop = new AbortController()
  const lines: string[] = []
  const done = (async () => {
    for await (const records of readLogs(docker, sources, { ...query, follow: true, signal: stop.signal }))
      for (const { text } of records) lines.push(text)
  })()
  return {
    lines,
    done,
    async stop() {
      stop.abort()
      await done
      return lines
    },
  }
}

/** Sources that change on command, as Docker's events change them. */
function changing(first: readonly LogSource[]) {
  const bell = new Bell()
  let current = first
  return {
    set(sources: readonly LogSource[]) {
      current = sources
      bell.ring()
    },
    async *watchSources(signal: AbortSignal) {
      signal.addEventListener('abort', () => bell.ring())
      while (!signal.aborted) {
        yield current
        await bell.wait()
      }
    },
  }
}

async function texts(sources: readonly LogSource[], query: LogQuery = {}): Promise<string[]> {
  const lines: string[] = []
  for await (const records of readLogs(docker, sources, query))
    for (const { text } of records) lines.push(text)
  return lines
}

test('a line carries its time, its container and its stream', async () => {
  docker.write('a1', 5, 'hello')
  const batches: LogRecord[][] = []
  for await (const records of readLogs(docker, [a1], {})) batches.push(records)
  const origin = { place: 0, time: 5, service: 'app', container: 'web-a1', index: 1 }
  expect(batches).toEqual([[{ kind: 'log', ...origin, stream: 'stdout', level: null, text: 'hello' }]])
})

test('merges containers by time, then by stamp', async () => {
  docker.write('a1', 1, 'first')
  docker.write('a1', 3, 'fourth', '3.000002')
  docker.write('a2', 2, 'second')
  docker.write('a2', 3, 'third', '3.000001')
  expect(await texts([a1, a2])).toEqual(['first', 'second', 'third', 'fourth'])
})

test('merges long logs exactly', async () => {
  for (let time = 1; time <= 3_000; time++) docker.write(time % 3 === 0 ? 'a1' : 'a2', time, String(time))
  expect(await texts([a1, a2])).toEqual(Array.from({ length: 3_000 }, (_, index) => String(index + 1)))
})

test('takes the last lines of each container, since a time, and only those that match', async () => {
  for (let time = 1; time <= 5; time++) docker.write('a1', time, `one ${time}`)
  for (let time = 1; time <= 5; time++) docker.write('a2', time, `two ${time}`)
  expect(await texts([a1, a2], { tail: 2 })).toEqual(['one 4', 'two 4', 'one 5', 'two 5'])
  expect(await texts([a1], { since: 4 })).toEqual(['one 4', 'one 5'])
  expect(await texts([a1, a2], { grep: '^two [23]$' })).toEqual(['two 2', 'two 3'])
})

test('a malformed expression is refused', async () => {
  await expect(texts([a1], { grep: '(' })).rejects.toMatchObject({
    code: 'usage',
    message: 'The regular expression "(" is malformed; no log was searched.',
  })
})

test('a container that was removed meanwhile is skipped', async () => {
  docker.write('a1', 1, 'here')
  expect(await texts([a1, a2])).toEqual(['here'])
})

test('a slow reader holds Docker back', async () => {
  for (let time = 1; time <= 5_000; time++) docker.write('a1', time, String(time))
  const reader = readLogs(docker, [a1], {})
  await reader.next()
  await sleep(50)
  expect(docker.delivered).toBeLessThan(300)
  await reader.return()
  expect(docker.open).toBe(0)
})

test('following gives new lines as they come, and closes its streams with the signal', async () => {
  docker.write('a1', 1, 'old')
  docker.write('a2', 2, 'newer')
  const reading = follow([a1, a2])
  await sleep(150)
  docker.write('a1', 3, 'live')
  await sleep(150)
  expect(docker.open).toBe(2)
  expect(await reading.stop()).toEqual(['old', 'newer', 'live'])
  expect(docker.open).toBe(0)
})

test('following puts lines that arrive within a tenth of a second in order', async () => {
  docker.start('a1')
  docker.start('a2')
  const reading = follow([a1, a2])
  await sleep(150)
  docker.write('a1', 20, 'second')
  await sleep(20)
  docker.write('a2', 10, 'first')
  await sleep(200)
  expect(await reading.stop()).toEqual(['first', 'second'])
})

test('following a long history does not wait for silent containers', async () => {
  for (let time = 1; time <= 20_000; time++) docker.write('a1', time, String(time))
  docker.start('a2')
  const reading = follow([a1, a2])
  await vi.waitFor(() => expect(reading.lines.length).toBe(20_000), 4_000)
  await reading.stop()
})

test('without sources to watch, following ends with the containers', async () => {
  docker.write('a1', 1, 'only')
  const reading = follow([a1])
  await sleep(150)
  docker.stop('a1')
  await reading.done
  expect(reading.lines).toEqual(['only'])
})

test('a restart loses and doubles no line, whatever was written meanwhile', async () => {
  const sources = changing([a1])
  docker.write('a1', 1_000, 'one')
  docker.write('a1', 1_001, 'two')
  const reading = follow([a1], sources)
  await sleep(50)
  docker.stop('a1')
  await sleep(50)
  docker.write('a1', 1_000, 'late stderr', '1000.900000')
  docker.start('a1')
  docker.write('a1', 1_100, 'three')
  sources.set([a1])
  await sleep(50)
  docker.write('a1', 1_101, 'four')
  await sleep(200)
  expect(await reading.stop()).toEqual(['one', 'two', 'late stderr', 'three', 'four'])
})

test('a restart that is told of before its log ended is not missed', async () => {
  const sources = changing([a1])
  docker.write('a1', 1, 'one')
  const reading = follow([a1], sources)
  await sleep(20)
  docker.stop('a1')
  docker.start('a1')
  docker.write('a1', 2, 'two')
  sources.set([a1])
  await sleep(150)
  docker.write('a1', 3, 'three')
  await sleep(150)
  expect(await reading.stop()).toEqual(['one', 'two', 'three'])
})

test('with a tail of 0 only new lines come, after a restart too', async () => {
  const sources = changing([a1])
  docker.write('a1', 1_000, 'old')
  const reading = follow([a1], { ...sources, tail: 0 })
  await sleep(50)
  docker.stop('a1')
  await sleep(50)
  docker.start('a1')
  docker.write('a1', 1_001, 'new')
  sources.set([a1])
  await sleep(150)
  expect(await reading.stop()).toEqual(['new'])
})

test('lines that the tail left out do not come back after a restart', async () => {
  const sources = changing([a1])
  for (let time = 1; time <= 5; time++) docker.write('a1', time, String(time))
  const reading = follow([a1], { ...sources, tail: 2 })
  await sleep(50)
  docker.stop('a1')
  await sleep(50)
  docker.start('a1')
  docker.write('a1', 6, '6')
  sources.set([a1])
  await sleep(150)
  expect(await reading.stop()).toEqual(['4', '5', '6'])
})

test('a container that is added or recreated is read from its beginning, one that goes is let go', async () => {
  const sources = changing([a1])
  docker.write('a1', 1, 'first')
  const reading = follow([a1], { ...sources, tail: 1 })
  await sleep(50)
  docker.write('a2', 2, 'born')
  docker.write('a2', 3, 'alive')
  sources.set([a1, a2])
  await sleep(50)
  docker.remove('a1')
  sources.set([a2])
  await sleep(150)
  docker.write('a2', 4, 'alone')
  await sleep(150)
  expect(docker.open).toBe(1)
  expect(await reading.stop()).toEqual(['first', 'born', 'alive', 'alone'])
})

test('a failure of one source ends the reading and closes the others', async () => {
  docker.start('a1')
  docker.start('a2')
  const failing = {
    inspectContainer: docker.inspectContainer.bind(docker),
    async *logBatches(id: string, options: LogOptions) {
      if (id === 'a2') throw new Error('broken')
      yield* docker.logBatches(id, options)
    },
  }
  const reading = readLogs(failing, [a1, a2], { follow: true })
  await expect(reading.next()).rejects.toThrow('broken')
  expect(docker.open).toBe(0)
})
