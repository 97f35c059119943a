import { expect, test } from 'vitest'
import { stack } from '../../../../../renderer/components/chart/stack.ts'

test('each line stands on those before it', () => {
  expect(stack([{ values: [1, 2] }, { values: [3, 0] }, { values: [5, 1] }])).toEqual([
    [1, 2],
    [4, 2],
    [9, 3],
  ])
})

test('what one of them does not know counts for nothing, and what none knows is not drawn', () => {
  expect(stack([{ values: [null, null] }, { values: [null, 3] }])).toEqual([
    [null, 0],
    [null, 3],
  ])
  expect(stack([])).toEqual([])
})
