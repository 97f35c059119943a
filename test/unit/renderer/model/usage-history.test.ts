import { describe, expect, it } from 'vitest'
import { NO_HISTORY, recent, record, type UsageHistory } from '../../../../renderer/model/usage-history.ts'
import { usage } from '../usage.ts'

/** A history of reports: at which second, and of which containers how many per cent. */
const historyOf = (reports: readonly [second: number, cpu: Record<string, number>][], kept?: number) =>
  reports.reduce<UsageHistory>(
    (history, [second, cpu]) =>
      record(
        history,
        {
          at: second * 1_000,
          containers: Object.entries(cpu).map(([name, value]) => usage({ name, cpu: value, cpuLimit: 100 })),
        },
        kept,
      ),
    NO_HISTORY,
  )

const cpuOf = ({ courses }: UsageHistory) =>
  Object.fromEntries(Object.entries(courses).map(([name, { cpu }]) => [name, cpu]))

describe('record', () => {
  it('keeps the course of each container beside the same moments', () => {
    const history = historyOf([
      [1, { a: 10 }],
      [2, { a: 20, b: 5 }],
      [3, { b: 6 }],
    ])
    expect(history.times).toEqual([1, 2, 3])
    expect(cpuOf(history)).toEqual({ a: [10, 20, null], b: [null, 5, 6] })
  })

  it('takes CPU as per cent of what the container may use', () => {
    const at = { at: 1_000, containers: [usage({ name: 'a', cpu: 50, cpuLimit: 50 })] }
    expect(cpuOf(record(NO_HISTORY, at))).toEqual({ a: [100] })
  })

  it('forgets what is too old, and containers of which nothing is left', () => {
    const history = historyOf(
      [
        [1, { a: 1, b: 1 }],
        [2, { b: 2 }],
        [3, { b: 3 }],
        [4, { b: 4 }],
      ],
      3,
    )
    expect(history.times).toEqual([2, 3, 4])
    expect(cpuOf(history)).toEqual({ b: [2, 3, 4] })
  })

  it('breaks the line where nobody looked', () => {
    const history = historyOf([
      [1, { a: 1 }],
      [60, { a: 2 }],
    ])
    expect(history.times).toEqual([1, 2, 60])
    expect(cpuOf(history)).toEqual({ a: [1, null, 2] })
  })

  it('begins anew when the clock was set back, and passes over a report of the same moment', () => {
    const before = historyOf([[100, { a: 1 }]])
    const at = (second: number) => ({
      at: second * 1_000,
      containers: [usage({ name: 'a', cpu: 2, cpuLimit: 100 })],
    })
    expect(record(before, at(100))).toBe(before)
    expect(record(before, at(20)).times).toEqual([20])
  })
})

describe('recent', () => {
  it('gives the newest moments of one container', () => {
    const history = historyOf([
      [1, { a: 1 }],
      [2, { a: 2 }],
      [3, { a: 3 }],
    ])
    expect(recent(history, 'a', 2)).toMatchObject({ times: [2, 3], cpu: [2, 3] })
    expect(recent(history, 'gone', 2)).toEqual({ times: [2, 3], cpu: [], memory: [] })
  })
})
