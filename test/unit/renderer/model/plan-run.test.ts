import { describe, expect, it } from 'vitest'
import type { Activity } from '../../../../contract/models.ts'
import { advance, causesOf, type PlanRun, progressOf } from '../../../../renderer/model/plan-run.ts'

const join = { id: 'a', verb: 'join', target: 'shop-app-2', cause: 'scale 1 -> 2', after: [] } as const
const ready = {
  id: 'b',
  verb: 'wait-ready',
  target: 'shop-app-2',
  cause: 'scale 1 -> 2',
  after: ['a'],
} as const
const planned: Activity = {
  kind: 'planned',
  command: 'scale 2',
  plan: { operations: [{ ...join }, { ...ready, after: ['a'] }] },
  at: 1_000,
} as Activity

const runAfter = (...activities: Activity[]) => activities.reduce<PlanRun | null>(advance, null)

describe('advance', () => {
  it('shows every operation of a new plan as waiting', () => {
    expect(runAfter(planned)).toEqual({
      command: 'scale 2',
      startedAt: 1_000,
      operations: [
        { ...join, after: [], state: 'waiting', detail: '', parts: [], startedAt: null, endedAt: null },
        { ...ready, after: ['a'], state: 'waiting', detail: '', parts: [], startedAt: null, endedAt: null },
      ],
      notes: [],
      outcome: null,
      error: null,
      took: 0,
    })
  })

  it('times an operation from its first word to its last', () => {
    const run = runAfter(
      planned,
      { kind: 'operation', id: 'a', state: 'running', detail: '', at: 1_100 },
      { kind: 'operation', id: 'a', state: 'running', detail: 'asking', at: 1_200 },
      { kind: 'operation', id: 'a', state: 'done', detail: '', at: 1_350 },
    )
    expect(run?.operations[0]).toMatchObject({ state: 'done', startedAt: 1_100, endedAt: 1_350 })
    expect(run?.operations[1]).toMatchObject({ state: 'waiting', startedAt: null })
    expect(run && progressOf(run)).toEqual({ done: 1, total: 2 })
  })

  it('keeps what was said while the plan was waited for', () => {
    const run = runAfter({ kind: 'note', message: 'shoal up holds the lock', at: 900 }, planned)
    expect(run?.notes).toEqual(['shoal up holds the lock'])
  })

  it('forgets the notes of the run before', () => {
    const run = runAfter(
      planned,
      { kind: 'note', message: 'port 80 was taken', at: 1_100 },
      { kind: 'ended', command: 'scale 2', outcome: 'done', took: 300, at: 1_300 },
      { ...planned, at: 2_000 },
    )
    expect(run?.notes).toEqual([])
  })

  it('ends with the outcome, the error and the time it took', () => {
    const error = {
      code: 'never-healthy',
      message: 'app-2 was never healthy.',
      hint: 'Look at its log.',
    } as const
    const run = runAfter(planned, {
      kind: 'ended',
      command: 'scale 2',
      outcome: 'failed',
      error,
      took: 4_000,
      at: 5_000,
    })
    expect(run).toMatchObject({ command: 'scale 2', outcome: 'failed', error, took: 4_000 })
  })

  it('knows a command that was refused before it had a plan', () => {
    const run = runAfter({ kind: 'ended', command: 'up', outcome: 'failed', took: 20, at: 1_020 })
    expect(run).toMatchObject({ command: 'up', operations: [], outcome: 'failed', startedAt: 1_000 })
  })

  it('takes no notice of an operation of a plan that it never saw', () => {
    expect(runAfter({ kind: 'operation', id: 'z', state: 'done', detail: '', at: 1 })).toBeNull()
  })
})

describe('causesOf', () => {
  it('tells the cause of most operations first', () => {
    const run = runAfter(planned)
    const [first, second] = run?.operations ?? []
    if (!run || !first || !second) throw new Error('the plan has two operations')
    const operations = [{ ...first, cause: 'take over the rotation' }, first, second]
    expect(causesOf({ ...run, operations })).toEqual(['scale 1 -> 2', 'take over the rotation'])
  })
})
