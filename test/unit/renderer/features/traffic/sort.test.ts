import { expect, test } from 'vitest'
import {
  pressed,
  type Served,
  type Sorting,
  sortServed,
  UNSORTED,
} from '../../../../../renderer/features/traffic/table/sort.ts'
import { summary } from '../../../../support/made-up-traffic.ts'

function served(index: number | null, rate: number, p95?: number): Served {
  const duration = p95 === undefined ? null : { p50: 1, p95, p99: 90 }
  return { name: index === null ? '' : `demo-app-${index}`, index, ...summary({ rate, duration }) }
}

const ALL = [served(null, 1), served(3, 40, 12), served(1, 40, 30), served(2, 90)]
const order = (sorting: Sorting) => sortServed(ALL, sorting).map(({ index }) => index)

test('unsorted the instances are in their order, and Caddy comes last', () => {
  expect(order(UNSORTED)).toEqual([1, 2, 3, null])
})

test('figures are sorted, equal ones by the number of the instance', () => {
  expect(order({ by: 'rate', descending: true })).toEqual([2, 1, 3, null])
  expect(order({ by: 'rate', descending: false })).toEqual([null, 1, 3, 2])
})

test('those of which nothing is known are the last either way', () => {
  expect(order({ by: 'p95', descending: true })).toEqual([1, 3, 2, null])
  expect(order({ by: 'p95', descending: false })).toEqual([3, 1, 2, null])
})

test('a column begins with its greatest figures, and pressed again it turns round', () => {
  expect(pressed(UNSORTED, 'rate')).toEqual({ by: 'rate', descending: true })
  expect(pressed({ by: 'rate', descending: true }, 'rate')).toEqual({ by: 'rate', descending: false })
  expect(pressed({ by: 'rate', descending: true }, 'instance')).toEqual(UNSORTED)
})
