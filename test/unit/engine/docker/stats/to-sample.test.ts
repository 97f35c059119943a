import { expect, test } from 'vitest'
import { type StatsMessage, toSample } from '../../../../../engine/docker/stats/to-sample.ts'

/** A tick of Docker 20.10 on cgroup v1, shortened. */
const V1: StatsMessage = {
  read: '2026-01-01T12:00:01.5Z',
  precpu_stats: { cpu_usage: { total_usage: 1_000 }, system_cpu_usage: 100_000, online_cpus: 2 },
  cpu_stats: { cpu_usage: { total_usage: 6_000 }, system_cpu_usage: 110_000, online_cpus: 2 },
  memory_stats: { usage: 900, limit: 2_000, stats: { cache: 300, inactive_file: 100 } },
  networks: { eth0: { rx_bytes: 10, tx_bytes: 20 }, eth1: { rx_bytes: 1, tx_bytes: 2 } },
  blkio_stats: {
    io_service_bytes_recursive: [
      { op: 'Read', value: 5 },
      { op: 'Write', value: 7 },
      { op: 'Total', value: 12 },
      { op: 'Read', value: 1 },
    ],
  },
  pids_stats: { current: 11 },
}
const SAMPLE = {
  at: Date.UTC(2026, 0, 1, 12, 0, 1, 500),
  cpu: 100,
  memory: 600,
  memoryLimit: 2_000,
  received: 11,
  sent: 22,
  read: 6,
  written: 7,
  processes: 11,
}

test('a tick on cgroup v1: half of two cores is 100 per cent of one; memory is without the cache', () => {
  expect(toSample(V1)).toEqual(SAMPLE)
})

test('a tick on cgroup v2: there is no cache, the inactive files are what could be given up', () => {
  const memory_stats = { usage: 900, limit: 2_000, stats: { inactive_file: 100, file: 250 } }
  const io_service_bytes_recursive = [
    { op: 'read', value: 5 },
    { op: 'write', value: 7 },
  ]
  expect(toSample({ ...V1, memory_stats, blkio_stats: { io_service_bytes_recursive } })).toEqual({
    ...SAMPLE,
    memory: 800,
    read: 5,
  })
})

test('the first tick has none before it and says nothing', () => {
  expect(toSample({ ...V1, precpu_stats: { cpu_usage: { total_usage: 0 } } })).toBe(undefined)
})

test('what the engine leaves out counts as nothing, and a counter that began anew uses nothing', () => {
  expect(
    toSample({
      read: '2026-01-01T12:00:01.5Z',
      precpu_stats: { cpu_usage: { total_usage: 9_000 }, system_cpu_usage: 1 },
      cpu_stats: { cpu_usage: { total_usage: 1 }, system_cpu_usage: 2 },
      blkio_stats: { io_service_bytes_recursive: null },
    }),
  ).toEqual({
    ...SAMPLE,
    ...{ cpu: 0, memory: 0, memoryLimit: 0, received: 0, sent: 0, read: 0, written: 0, processes: 0 },
  })
})

test('without a number of cores, those that are listed count', () => {
  const cpu_stats = {
    cpu_usage: { total_usage: 6_000, percpu_usage: [1, 2, 3, 4] },
    system_cpu_usage: 110_000,
  }
  expect(toSample({ ...V1, cpu_stats })?.cpu).toBe(200)
})
