import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { marksAt, marksOf } from '../../../../renderer/model/marks.ts'
import type { PlanRun } from '../../../../renderer/model/plan-run.ts'

const operation = {
  id: 'a',
  verb: 'join',
  target: 'shop-app-2',
  cause: 'scale 1 -> 2',
  state: 'done',
  detail: '',
  took: 300,
} as const

function entry(id: string, at: number, more: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id,
    kind: 'command',
    what: 'scale 1 -> 2',
    command: 'scale 2',
    container: null,
    cause: 'shoal',
    at,
    took: 4_000,
    outcome: 'done',
    operations: [{ ...operation, at: at + 500 }],
    requests: null,
    ...more,
  }
}

function running(startedAt: number | null): PlanRun {
  return {
    command: 'restart',
    startedAt: 90_000,
    operations: [{ ...operation, after: [], state: 'running', parts: [], startedAt, endedAt: null }],
    notes: [],
    outcome: null,
    error: null,
    took: 0,
  }
}

describe('marksOf', () => {
  it('marks what was done from its first operation to its end, the oldest first', () => {
    expect(marksOf([entry('late', 20_000), entry('early', 10_000)], null, 0)).toEqual([
      { key: 'early', from: 10.5, to: 14, label: 'Scale to 2', bad: false },
      { key: 'late', from: 20.5, to: 24, label: 'Scale to 2', bad: false },
    ])
  })

  it('says how it ended when it did not end well', () => {
    expect(
      marksOf(
        [
          entry('a', 10_000, { outcome: 'failed' }),
          entry('b', 5_000, { outcome: 'interrupted', took: null }),
        ],
        null,
        0,
      ),
    ).toEqual([
      { key: 'b', from: 5.5, to: 5.5, label: 'Scale to 2, interrupted', bad: true },
      { key: 'a', from: 10.5, to: 14, label: 'Scale to 2, failed', bad: true },
    ])
  })

  it('marks nothing for what did nothing, and nothing that was over before', () => {
    const nothing = entry('nothing', 10_000, { operations: [] })
    const waited = entry('waited', 10_000, { operations: [{ ...operation, at: null }] })
    expect(marksOf([nothing, waited, entry('old', 10_000), entry('new', 11_500)], null, 15)).toEqual([
      { key: 'new', from: 12, to: 15.5, label: 'Scale to 2', bad: false },
    ])
  })

  it('marks incidents at their moment, by what happened', () => {
    const incident = { command: undefined, operations: [], outcome: 'failed', took: null } as const
    const kill = entry('kill', 10_000, {
      ...incident,
      kind: 'container',
      what: 'app-2 was killed from outside (SIGKILL)',
      cause: 'docker',
      took: 200,
    })
    const well = entry('well', 15_000, {
      ...incident,
      kind: 'health',
      what: 'app-2 is healthy again',
      cause: 'health-check',
      outcome: 'done',
      took: 5_000,
    })
    expect(marksOf([well, kill], null, 0)).toEqual([
      { key: 'kill', from: 10, to: 10.2, label: 'app-2 was killed from outside (SIGKILL)', bad: true },
      { key: 'well', from: 15, to: 15, label: 'app-2 is healthy again', bad: false },
    ])
  })

  it('marks what runs once it has begun', () => {
    expect(marksOf([], running(100_000), 0)).toEqual([
      { key: 'run', from: 100, to: null, label: 'Restart the stack', bad: false },
    ])
    expect(marksOf([], running(null), 0)).toEqual([])
    expect(marksOf([], { ...running(100_000), outcome: 'done' }, 0)).toEqual([])
  })
})

describe('marksAt', () => {
  const marks = marksOf([entry('a', 10_000), entry('b', 30_000)], running(100_000), 0)

  it.each([
    [8, []],
    [10, ['a']],
    [12, ['a']],
    [15, ['a']],
    [16, []],
    [500, ['run']],
  ])('at %d s', (time, keys) => {
    expect(marksAt(marks, time, 1).map(({ key }) => key)).toEqual(keys)
  })
})
