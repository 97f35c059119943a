import type { TrafficSummary, Upstream } from '../../../../contract/traffic.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'

export interface Sorting {
  readonly by: 'instance' | ColumnKey
  readonly descending: boolean
}

/** What one instance served, or Caddy by itself. */
export type Served = TrafficSummary & Upstream

/** In the order of the instances. */
export const UNSORTED: Sorting = { by: 'instance', descending: false }

/** What pressing a column's head does: figures begin with their greatest, and the same again turns the order round. Pure. */
export function pressed(sorting: Sorting, by: Sorting['by']): Sorting {
  if (sorting.by === by) return { by, descending: !sorting.descending }
  return { by, descending: by !== 'instance' }
}

/** Who served, in order; those of which nothing is known are the last, and equal ones go by their number. Pure. */
export function sortServed(served: readonly Served[], { by, descending }: Sorting): readonly Served[] {
  const turn = descending ? -1 : 1
  const value = COLUMNS.find(({ key }) => key === by)?.value
  return [...served].sort((one, other) => {
    if (!value) return turn * byNumber(one, other)
    const a = value(one)
    const b = value(other)
    if (a === b) return byNumber(one, other)
    if (a === null || b === null) return a === null ? 1 : -1
    return turn * (a - b)
  })
}

/** Caddy has no number and comes after all that have one. */
function byNumber({ index: one }: Upstream, { index: other }: Upstream): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one - other
}
