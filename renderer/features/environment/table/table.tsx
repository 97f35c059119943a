import { type KeyboardEvent, useMemo } from 'react'
import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useWidth } from '../../../lib/use-width.ts'
import { useDraft } from '../draft/draft.ts'
import { jumpTo } from '../editor/open-editor.ts'
import { AddVariable } from './add-variable.tsx'
import { rowsOf } from './rows.ts'
import styles from './table.module.css'
import { VariableRow } from './variable-row.tsx'

/** Pixels from which on there is room for what each variable means. */
const WIDE = 640

/** The `.env` as a table of its variables. What it edits is the same text; comments, order and quotes stay. */
export function VariableTable() {
  const fault = useDraft(({ checked }) => checked?.problems.find(({ severity }) => severity === 'error'))
  if (!fault) return <Rows />
  return (
    <div className={styles.fault}>
      <Notice
        tone="bad"
        hint={fault.hint}
        actions={<Button onClick={() => jumpTo(fault)}>Show in the editor</Button>}
      >
        Line {fault.line} keeps the table from being edited. {fault.message}
      </Notice>
    </div>
  )
}

function Rows() {
  const checked = useDraft((draft) => draft.checked)
  const keys = useDraft((draft) => draft.keys)
  const rows = useMemo(() => rowsOf(checked?.entries ?? [], checked?.problems ?? [], keys), [checked, keys])
  const { ref, width } = useWidth<HTMLDivElement>()
  const explained = width >= WIDE
  return (
    <div ref={ref} className={styles.scroll}>
      <table className={styles.table} onKeyDown={walk}>
        <caption className="visually-hidden">Variables of .env</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            {explained && (
              <th scope="col" className={styles.about}>
                What it means
              </th>
            )}
            <th scope="col" className={styles.actions}>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <VariableRow key={row.id} row={row} explained={explained} />
          ))}
        </tbody>
      </table>
      {checked && rows.length === 0 && <p className={styles.none}>The file sets no variable yet.</p>}
      <AddVariable />
    </div>
  )
}

/** The up and down arrows lead to the same cell of the next row. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const cell = event.target instanceof HTMLElement ? event.target.closest('[data-cell]') : null
  if (!step || !cell) return
  const column = cell.closest('th, td')?.tagName.toLowerCase() ?? 'td'
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>(`tbody ${column} [data-cell]`)]
  const next = cells[cells.indexOf(cell as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
