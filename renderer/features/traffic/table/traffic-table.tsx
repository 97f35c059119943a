import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import type { TrafficSummary } from '../../../../contract/traffic.ts'
import { servedColor, servedName } from '../served.ts'
import { shareText } from '../words.ts'
import { COLUMNS, type Column } from './columns.ts'
import { pressed, type Served, type Sorting, sortServed, UNSORTED } from './sort.ts'
import styles from './traffic-table.module.css'

interface TrafficTableProps {
  readonly served: readonly Served[]
  readonly total: TrafficSummary
}

/** What each instance served in the chosen time, and all of them together. */
export function TrafficTable({ served, total }: TrafficTableProps) {
  const [sorting, setSorting] = useState(UNSORTED)
  const press = (by: Sorting['by']) => setSorting(pressed(sorting, by))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.frame} tabIndex={0} aria-label="Instances">
      <table className={styles.table} aria-label="Traffic per instance">
        <thead>
          <tr>
            <Head sorting={sorting} by="instance" label="Instance" about="" onPress={press} />
            {COLUMNS.map(({ key, label, about }) => (
              <Head key={key} sorting={sorting} by={key} label={label} about={about} onPress={press} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortServed(served, sorting).map((figures) => (
            <tr
              key={servedName(figures.index)}
              style={{ '--instance': servedColor(figures.index) } as CSSProperties}
            >
              <th className={styles.name} scope="row">
                <span className={styles.dot} aria-hidden="true" />
                {servedName(figures.index)}
              </th>
              {COLUMNS.map((column) => (
                <Cell key={column.key} column={column} figures={figures} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th className={styles.name} scope="row">
              Total
            </th>
            {COLUMNS.map((column) => (
              <Cell key={column.key} column={column} figures={total} />
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

interface HeadProps {
  readonly sorting: Sorting
  readonly by: Sorting['by']
  readonly label: string
  readonly about: string
  readonly onPress: (by: Sorting['by']) => void
}

function Head({ sorting, by, label, about, onPress }: HeadProps) {
  const on = sorting.by === by
  const Arrow = sorting.descending ? ArrowDown : ArrowUp
  return (
    <th
      className={by === 'instance' ? styles.first : styles.head}
      scope="col"
      aria-sort={on ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className={styles.sort} title={about || undefined} onClick={() => onPress(by)}>
        {label}
        <Arrow className={on ? styles.arrow : styles.noArrow} size={11} aria-hidden="true" />
      </button>
    </th>
  )
}

function Cell({ column, figures }: { readonly column: Column; readonly figures: TrafficSummary }) {
  const value = column.value(figures)
  if (column.key === 'share') return <ShareCell share={value ?? 0} />
  const tone = value ? column.tone : undefined
  return (
    <td className={styles.cell} data-zero={value === null || value === 0} data-tone={tone}>
      {value === null ? '–' : column.text(value)}
    </td>
  )
}

function ShareCell({ share }: { readonly share: number }) {
  return (
    <td className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className={styles.percent}>{shareText(share)}</span>
    </td>
  )
}
