import { cpuShare } from './cpu-share.ts'
import type { ResourceRow } from './resource-rows.ts'

/** What the table of containers can be sorted by. */
export type SortKey = 'name' | 'cpu' | 'memory' | 'received' | 'sent' | 'read' | 'written' | 'processes'

export interface Sorting {
  readonly by: SortKey
  readonly down: boolean
}

const VALUES: Readonly<Record<Exclude<SortKey, 'name'>, (row: ResourceRow) => number | undefined>> = {
  cpu: ({ usage }) => (usage ? cpuShare(usage) : undefined),
  memory: ({ usage }) => usage?.memory,
  received: ({ usage }) => usage?.rates.received,
  sent: ({ usage }) => usage?.rates.sent,
  read: ({ usage }) => usage?.rates.read,
  written: ({ usage }) => usage?.rates.written,
  processes: ({ usage }) => usage?.processes,
}

/** Names of containers in the order of the rows; of one without a figure at the end, and in their own order where they are equal. Pure. */
export function sortedNames(rows: readonly ResourceRow[], { by, down }: Sorting): readonly string[] {
  const sign = down ? -1 : 1
  if (by === 'name') return (down ? rows.toReversed() : rows).map(({ name }) => name)
  const value = VALUES[by]
  return rows
    .toSorted((one, other) => {
      const [a, b] = [value(one), value(other)]
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
      return sign * (a - b)
    })
    .map(({ name }) => name)
}

/** What a press on a column's head does: it turns the order round, or sorts by it with the greatest first. Pure. */
export function sortBy(now: Sorting, by: SortKey): Sorting {
  return now.by === by ? { by, down: !now.down } : { by, down: by !== 'name' }
}
