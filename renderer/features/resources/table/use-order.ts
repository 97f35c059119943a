import { useRef } from 'react'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { type Sorting, sortedNames } from '../../../model/sort-rows.ts'

/** Milliseconds for which an order stays: rows that change places every second cannot be read. */
const CALM = 5_000

/** The rows in order. It changes now and then, and not while the pointer rests on the table. */
export function useOrder(rows: readonly ResourceRow[], sorting: Sorting) {
  const last = useRef({ sorting, names: [] as readonly string[], at: 0 })
  const held = useRef(false)
  const names = rows.map(({ name }) => name)
  const known = new Set(last.current.names)
  const others = names.length !== known.size || names.some((name) => !known.has(name))
  const stale = !held.current && Date.now() - last.current.at > CALM
  if (others || stale || last.current.sorting !== sorting)
    last.current = { sorting, names: sortedNames(rows, sorting), at: Date.now() }
  const byName = new Map(rows.map((row) => [row.name, row]))
  return {
    ordered: last.current.names.flatMap((name) => byName.get(name) ?? []),
    hold: () => {
      held.current = true
    },
    release: () => {
      held.current = false
    },
  }
}
