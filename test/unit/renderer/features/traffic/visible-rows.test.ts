import { expect, test } from 'vitest'
import { scrollFor, visibleRows } from '../../../../../renderer/features/traffic/requests/visible-rows.ts'

test.each([
  ['the top', 1_000, 0, { from: 0, to: 18 }],
  ['the middle', 1_000, 10_000, { from: 492, to: 518 }],
  ['the end', 100, 1_800, { from: 82, to: 100 }],
  ['few rows', 3, 0, { from: 0, to: 3 }],
  ['an end that has come nearer', 10, 500, { from: 10, to: 10 }],
])('at %s the rows of the screen and some around are drawn', (_place, count, top, expected) => {
  expect(visibleRows(count, { top, height: 200 }, 20)).toEqual(expected)
})

test('a row is scrolled to only when it is not seen whole', () => {
  const at = { top: 100, height: 200 }
  expect(scrollFor(2, at, 20, 28)).toBe(40)
  expect(scrollFor(5, at, 20, 28)).toBe(undefined)
  expect(scrollFor(12, at, 20, 28)).toBe(undefined)
  expect(scrollFor(13, at, 20, 28)).toBe(108)
})
