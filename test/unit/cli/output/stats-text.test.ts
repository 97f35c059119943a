import colors from 'picocolors'
import { expect, test } from 'vitest'
import { statsText } from '../../../../cli/output/stats-text.ts'
import type { Stats } from '../../../../contract/stats.ts'

const MB = 1024 * 1024
const plain = colors.createColors(false)
const STATS: Stats = {
  at: 0,
  containers: [
    {
      ...{ name: 'shop-app-1', service: 'app', index: 1, cpu: 49.04, cpuLimit: 50 },
      ...{ memory: 62 * MB, memoryLimit: 64 * MB, received: 0, sent: 0, read: 0, written: 0 },
      rates: { received: 1_536, sent: 300, read: 0, written: 0 },
      processes: 11,
    },
  ],
  total: {
    cpu: 49.04,
    memory: 62 * MB,
    rates: { received: 1_536, sent: 300, read: 0, written: 0 },
    processes: 11,
  },
  machine: { cpus: 2, memory: 8_192 * MB },
  warnings: [
    {
      ...{ kind: 'memory', name: 'shop-app-1', service: 'app', index: 1, since: 0 },
      text: 'shop-app-1 needs 97 % of the 64 MB that it may use.',
      hint: 'Raise it.',
    },
  ],
}

test('a line for each container, the total, the machine beside it, and what is wrong', () => {
  expect(statsText(STATS, plain).split('\n')).toEqual([
    'CONTAINER      CPU  MEMORY  LIMIT  RECEIVED     SENT   READ  WRITTEN  PROCESSES',
    'shop-app-1  49.0 %   62 MB  64 MB  1.5 kB/s  300 B/s  0 B/s    0 B/s         11',
    'total       49.0 %   62 MB         1.5 kB/s  300 B/s  0 B/s    0 B/s         11',
    '',
    "The engine's machine has 2 cores and 8.0 GB: the stack uses 25 % and 1 % of them.",
    '',
    '! shop-app-1 needs 97 % of the 64 MB that it may use.',
    '  Raise it.',
  ])
})

test('nothing that runs is said in words', () => {
  expect(statsText({ ...STATS, containers: [], warnings: [] }, plain).split('\n')[0]).toBe(
    'No container of the project runs.',
  )
})
