import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Sorting, SortKey } from '../../../model/sort-rows.ts'
import styles from './table.module.css'

interface HeadProps {
  readonly by: SortKey
  readonly label: string
  readonly about?: string
  readonly sorting: Sorting
  readonly onSort: () => void
}

/** The head of a column: a press sorts by it, another one turns the order round. */
export function Head({ by, label, about, sorting, onSort }: HeadProps) {
  const on = sorting.by === by
  const Arrow = sorting.down ? ArrowDown : ArrowUp
  return (
    <th scope="col" data-by={by} aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} data-on={on} title={about} onClick={onSort}>
        {label}
        <Arrow size={12} aria-hidden="true" />
      </button>
    </th>
  )
}
