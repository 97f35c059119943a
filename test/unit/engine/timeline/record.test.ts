import { expect, test } from 'vitest'
import type { Activity, OperationState } from '../../../../contract/models.ts'
import { Recording } from '../../../../engine/timeline/record.ts'

const planned = (at: number, ...ids: string[]): Activity => ({
  kind: 'planned',
  command: 'up',
  plan: { operations: ids.map((id) => ({ id, verb: 'start', target: id, cause: 'up', after: [] })) },
  at,
})
const told = (id: string, state: OperationState, at: number, detail = ''): Activity => ({
  kind: 'operation',
  id,
  state,
  detail,
  parts: [{ name: 'layer', state: 'done', done: 1, total: 1 }],
  at,
})
const kept = (id: string, state: string, at: number | null, took: number | null, detail = '') => ({
  id,
  verb: 'start',
  target: id,
  cause: 'up',
  state,
  detail,
  at,
  took,
})

test('each operation of the plan has its last state, when it began and how long it took', () => {
  const recording = new Recording()
  for (const activity of [
    planned(1, 'a', 'b', 'c', 'd', 'e'),
    told('a', 'running', 10),
    told('a', 'running', 12, 'half'),
    told('a', 'done', 15),
    told('b', 'running', 11),
    told('b', 'failed', 19, 'it broke'),
    told('c', 'running', 11, 'waiting'),
    told('d', 'skipped', 20),
    told('unknown', 'done', 21),
    { kind: 'note', message: 'hello', at: 3 },
  ] as const)
    recording.note(activity)
  expect(recording.operations).toEqual([
    kept('a', 'done', 10, 5),
    kept('b', 'failed', 11, 8, 'it broke'),
    kept('c', 'running', 11, null, 'waiting'),
    kept('d', 'skipped', null, null),
    kept('e', 'waiting', null, null),
  ])
})

test('the way back is a second plan, whose ids are its own', () => {
  const recording = new Recording()
  for (const activity of [
    planned(1, 'a'),
    told('a', 'failed', 2),
    planned(5, 'a'),
    told('a', 'running', 6),
    told('a', 'done', 9),
  ])
    recording.note(activity)
  expect(recording.operations).toEqual([kept('a', 'failed', 2, 0), kept('a', 'done', 6, 3)])
})
