import { expect, test } from 'vitest'
import { lastTop, moved, rowsFrom, type Sheet } from '../../../../../../renderer/features/logs/paint/rows.ts'

/** Lines of these heights, from place 0 on. */
const sheet = (...heights: number[]): Sheet => ({
  first: 0,
  end: heights.length,
  height: (place) => heights[place] ?? 1,
})
const row = (place: number, part = 0) => ({ place, part })

test('rows go on through wrapped lines until the screen is full or the lines end', () => {
  expect(rowsFrom(sheet(1, 3, 1), row(0), 4)).toEqual([row(0), row(1), row(1, 1), row(1, 2)])
  expect(rowsFrom(sheet(1, 3, 1), row(1, 2), 4)).toEqual([row(1, 2), row(2)])
  expect(rowsFrom(sheet(), row(0), 4)).toEqual([])
})

test('at the end the last row is at the bottom', () => {
  expect(lastTop(sheet(1, 3, 1), 2)).toEqual(row(1, 2))
  expect(lastTop(sheet(1, 3, 1), 5)).toEqual(row(0))
  expect(lastTop(sheet(1, 3, 1), 50)).toEqual(row(0))
  expect(lastTop(sheet(), 5)).toEqual(row(0))
})

test('moving stops at both ends', () => {
  const lines = sheet(2, 2, 2, 2)
  expect(moved(lines, row(0), 3, 4)).toEqual(row(1, 1))
  expect(moved(lines, row(1, 1), -2, 4)).toEqual(row(0, 1))
  expect(moved(lines, row(1, 1), -9, 4)).toEqual(row(0))
  expect(moved(lines, row(1, 1), 9, 4)).toEqual(row(2))
  expect(moved({ ...lines, first: -1 }, row(0), -9, 4)).toEqual(row(-1))
})
