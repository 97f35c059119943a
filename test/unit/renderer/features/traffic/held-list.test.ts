import { expect, test } from 'vitest'
import { HeldList } from '../../../../../renderer/features/traffic/requests/held-list.ts'

const items = (...ids: number[]) => ids.map((id) => ({ id }))

function listOf(...batches: number[][]): HeldList<{ id: number }> {
  const list = new HeldList<{ id: number }>(4)
  for (const batch of batches) list.append(items(...batch))
  return list
}

const shownBy = (list: HeldList<{ id: number }>) => ({
  rows: list.shown().rows.map(({ id }) => id),
  fresh: list.shown().fresh,
})

test('it shows the newest first, and no more than it may', () => {
  expect(shownBy(listOf([1, 2], [3]))).toEqual({ rows: [3, 2, 1], fresh: 0 })
  expect(shownBy(listOf([1, 2], [3, 4, 5]))).toEqual({ rows: [5, 4, 3, 2], fresh: 0 })
  expect(shownBy(listOf([1, 2, 3, 4, 5, 6]))).toEqual({ rows: [6, 5, 4, 3], fresh: 0 })
})

test('while it is held its rows stay, and what comes is counted', () => {
  const list = listOf([1, 2])
  list.hold(true)
  list.append(items(3))
  list.append(items(4, 5, 6))
  expect(shownBy(list)).toEqual({ rows: [2, 1], fresh: 4 })
  list.hold(false)
  expect(shownBy(list)).toEqual({ rows: [6, 5, 4, 3], fresh: 0 })
})

test('held empty it shows what comes first', () => {
  const list = listOf()
  list.hold(true)
  list.append(items(1))
  expect(shownBy(list)).toEqual({ rows: [1], fresh: 0 })
})

test('all anew takes the place of what there was; held, only what is newer is counted', () => {
  const list = listOf([1, 2])
  list.replace(items(1, 2, 3))
  expect(shownBy(list)).toEqual({ rows: [3, 2, 1], fresh: 0 })
  list.hold(true)
  list.replace(items(2, 3, 4, 5))
  expect(shownBy(list)).toEqual({ rows: [3, 2, 1], fresh: 2 })
  list.hold(false)
  expect(shownBy(list)).toEqual({ rows: [5, 4, 3, 2], fresh: 0 })
})

test('cleared it begins anew, held or not', () => {
  const list = listOf([1])
  list.hold(true)
  list.clear()
  list.append(items(2))
  expect(shownBy(list)).toEqual({ rows: [2], fresh: 0 })
})

test('it tells only of what changed', () => {
  const list = listOf([1])
  let told = 0
  const stop = list.subscribe(() => {
    told += 1
  })
  list.append([])
  list.hold(true)
  list.hold(false)
  expect(told).toBe(0)
  list.append(items(2))
  stop()
  list.append(items(3))
  expect(told).toBe(1)
})
