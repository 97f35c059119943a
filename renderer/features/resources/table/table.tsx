import { useState } from 'react'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { type Sorting, type SortKey, sortBy } from '../../../model/sort-rows.ts'
import { Head } from './head.tsx'
import { Row } from './row.tsx'
import styles from './table.module.css'
import { useOrder } from './use-order.ts'

interface TableProps {
  readonly rows: readonly ResourceRow[]
  /** Called with the container whose row is pointed at, or null. */
  readonly onFocus: (name: string | null) => void
}

const COLUMNS: readonly { readonly by: SortKey; readonly label: string; readonly about?: string }[] = [
  { by: 'name', label: 'Container' },
  { by: 'cpu', label: 'CPU', about: 'of its limit' },
  { by: 'memory', label: 'Memory' },
  { by: 'received', label: 'Net in' },
  { by: 'sent', label: 'Net out' },
  { by: 'read', label: 'Disk read' },
  { by: 'written', label: 'Disk write' },
  { by: 'processes', label: 'Procs', about: 'Processes and threads' },
]

/** What each container uses now; sorted by any column. */
export function Table({ rows, onFocus }: TableProps) {
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', down: false })
  const { ordered, hold, release } = useOrder(rows, sorting)
  return (
    <section className={styles.frame} aria-label="Containers">
      <table
        className={styles.table}
        onPointerEnter={hold}
        onPointerLeave={() => {
          release()
          onFocus(null)
        }}
      >
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head
                key={column.by}
                {...column}
                sorting={sorting}
                onSort={() => setSorting(sortBy(sorting, column.by))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <Row key={row.name} row={row} onPoint={() => onFocus(row.name)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
