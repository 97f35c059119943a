import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type StatsMessage, toSample } from '../../../../../engine/docker/stats/to-sample.ts'

const fixture = (name: string): StatsMessage[] =>
  readFileSync(new URL(`../../../../fixtures/stats/${name}.ndjson`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('cgroup v1, two ticks of Docker 20.10: memory is without the inactive files, as docker stats showed it', () => {
  const [first = {}, second = {}] = fixture('cgroup-v1')
  expect(toSample(first)).toBe(undefined)
  expect(toSample(second, first)).toEqual({
    at: Date.parse('2026-11-29T23:08:41.614Z'),
    cpu: expect.closeTo(4.62, 2),
    memory: 29_278_208 - 5_001_216,
    unreclaimable: 29_278_208 - 5_001_216,
    memoryLimit: 64 * 1024 * 1024,
    received: 736,
    sent: 0,
    read: 0,
    written: 0,
    rates: { received: 0, sent: 0, read: 0, written: 0 },
    processes: 7,
  })
})

test('cgroup v1: what groups below the container hold counts too, and shared memory is not taken off with the cache', () => {
  const [, second = {}] = fixture('cgroup-v1')
  const stats = {
    cache: 900,
    inactive_file: 100,
    active_file: 10,
    total_inactive_file: 300,
    total_active_file: 50,
  }
  expect(toSample({ ...second, memory_stats: { usage: 1_000, stats } })).toMatchObject({
    memory: 700,
    unreclaimable: 650,
  })
})

test('cgroup v2: names without total_, operations in small letters, rates since the tick before', () => {
  const [first = {}, second = {}] = fixture('cgroup-v2')
  expect(toSample(second, first)).toEqual({
    at: Date.parse('2026-01-01T12:00:02Z'),
    cpu: 150,
    memory: 155_774_976 - 92_590_080,
    unreclaimable: 155_774_976 - 92_590_080 - 49_065_984,
    memoryLimit: 16_584_396_800,
    received: 5_338 + 4_641,
    sent: 648 + 690,
    read: 4_096 + 8_192,
    written: 65_536,
    rates: { received: 2_000, sent: 300, read: 4_096, written: 32_768 },
    processes: 12,
  })
})

test('a container that was started again counts from zero: no rate is below nothing', () => {
  const [first = {}, second = {}] = fixture('cgroup-v2')
  const again = { ...first, read: '2026-01-01T12:00:04Z', precpu_stats: second.cpu_stats ?? {} }
  expect(toSample(again, second)).toMatchObject({
    cpu: 0,
    rates: { received: 0, sent: 0, read: 0, written: 0 },
  })
})

test('what the engine leaves out counts as nothing', () => {
  const bare = { precpu_stats: { system_cpu_usage: 1 }, cpu_stats: { system_cpu_usage: 2 } }
  expect(
    toSample({ ...bare, read: '2026-01-01T12:00:00Z', blkio_stats: { io_service_bytes_recursive: null } }),
  ).toEqual({
    at: Date.UTC(2026, 0, 1, 12),
    ...{ cpu: 0, memory: 0, unreclaimable: 0, memoryLimit: 0, received: 0, sent: 0, read: 0, written: 0 },
    rates: { received: 0, sent: 0, read: 0, written: 0 },
    processes: 0,
  })
})

test('without a number of cores, those that are listed count', () => {
  const [first = {}, second = {}] = fixture('cgroup-v1')
  const { online_cpus: _cores, ...cpu_stats } = second.cpu_stats ?? {}
  expect(toSample({ ...second, cpu_stats }, first)?.cpu).toBe(toSample(second, first)?.cpu)
})
