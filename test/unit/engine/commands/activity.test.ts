import { expect, test } from 'vitest'
import type { Activity } from '../../../../contract/models.ts'
import { ProjectActivity } from '../../../../engine/commands/activity.ts'

const planned: Activity = { kind: 'planned', command: 'up', plan: { operations: [] }, at: 1 }
const ended: Activity = { kind: 'ended', command: 'up', outcome: 'done', took: 1, at: 9 }
const told = (id: string, at: number, state: 'running' | 'done' = 'running'): Activity => ({
  kind: 'operation',
  id,
  state,
  detail: '',
  at,
})

async function listOf(items: AsyncIterable<Activity>): Promise<Activity[]> {
  const list: Activity[] = []
  for await (const item of items) list.push(item)
  return list
}

test('who comes late gets what was told, of each operation its first and its last word, then all that happens', async () => {
  const activity = new ProjectActivity()
  const stop = new AbortController()
  activity.emit({ kind: 'note', message: 'before', at: 0 })
  activity.begin()
  activity.emit(planned)
  for (const item of [told('a', 2), told('a', 3), told('b', 4), told('a', 5), told('b', 6, 'done')])
    activity.emit(item)
  const late = activity.listen(stop.signal)
  activity.emit(told('a', 7, 'done'))
  activity.emit(ended)
  activity.end()
  const after = activity.listen(stop.signal)
  stop.abort()
  expect(await listOf(late)).toEqual([
    planned,
    told('a', 2),
    told('b', 4),
    told('a', 5),
    told('b', 6, 'done'),
    told('a', 7, 'done'),
    ended,
  ])
  expect(await listOf(after)).toEqual([])
})

test('the operations of a second plan are others, whatever their ids', async () => {
  const activity = new ProjectActivity()
  activity.begin()
  const items = [
    planned,
    told('a', 2),
    told('a', 3, 'done'),
    { ...planned, at: 4 },
    told('a', 5),
    told('a', 6, 'done'),
  ]
  for (const item of items) activity.emit(item)
  const stop = new AbortController()
  const late = activity.listen(stop.signal)
  stop.abort()
  expect(await listOf(late)).toEqual(items)
})
