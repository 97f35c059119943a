import { Eye, EyeOff, Trash2 } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { IconButton } from '../../../components/icon-button.tsx'
import { attempt } from '../../../lib/notify.ts'
import { useDraft } from '../draft/draft.ts'
import { editVariables } from '../draft/edit-variables.ts'
import { offerUndo, setText } from '../draft/set-text.ts'
import { Value } from '../mask/value.tsx'
import { Cell } from './cell.tsx'
import { ProblemRow } from './problem-row.tsx'
import { isName, type Row, renamed } from './rows.ts'
import styles from './table.module.css'

interface VariableRowProps {
  readonly row: Row
  /** Whether there is room for what the variable means. */
  readonly explained: boolean
}

/** One variable: its name and its value are edited in their place. What is wrong with it stands below. */
export function VariableRow({ row, explained }: VariableRowProps) {
  const { key, value, secret, overridden, about, problems } = row
  const allShown = useDraft(({ shown }) => shown)
  const edited = useDraft(({ preview }) => preview?.changes.some((change) => change.key === key) ?? false)
  const [revealed, setRevealed] = useState(false)
  const hidden = secret && !allShown && !revealed
  const marks = [edited && styles.edited, overridden && styles.overridden, problems.length > 0 && styles.open]
  return (
    <>
      <tr className={marks.filter(Boolean).join(' ')}>
        <th scope="row">
          <Cell label="Name" value={key} judge={judgeName} onCommit={(name) => rename(row, name)}>
            <code className={styles.key}>{key}</code>
            {edited && <span className="visually-hidden">, changed</span>}
          </Cell>
        </th>
        <td>
          <Cell
            label={`Value of ${key}`}
            value={value}
            disabled={overridden}
            onCommit={(next) => void attempt(() => editVariables({ set: { [key]: next } }))}
            // Whoever has shown it to edit it has seen it.
            onEnd={() => setRevealed(false)}
          >
            <Value text={value} hidden={hidden} />
          </Cell>
        </td>
        {explained && <td className={styles.about}>{about}</td>}
        <td className={styles.actions}>
          {secret && !allShown && (
            <IconButton
              label={`${revealed ? 'Hide' : 'Show'} ${key}`}
              size="small"
              onClick={() => setRevealed(!revealed)}
            >
              {revealed ? <EyeOff size={14} /> : <Eye size={14} />}
            </IconButton>
          )}
          <IconButton label={`Delete ${key}`} size="small" onClick={(event) => void remove(row, event)}>
            <Trash2 size={14} />
          </IconButton>
        </td>
      </tr>
      {problems.map((problem) => (
        <ProblemRow
          key={`${problem.from} ${problem.code}`}
          problem={problem}
          last={problem === problems.at(-1)}
          columns={explained ? 3 : 2}
        />
      ))}
    </>
  )
}

function judgeName(name: string): string | undefined {
  return isName(name) ? undefined : 'Use letters, digits and _, not starting with a digit.'
}

function rename(row: Row, name: string): void {
  const { text, checked } = useDraft.getState()
  if (checked?.text === text) setText(renamed(text, row, name))
}

/** Removes every assignment of the name, since one that is left would count again. */
async function remove({ key }: Row, { currentTarget }: MouseEvent<HTMLElement>): Promise<void> {
  const cells = [...(currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('th [data-cell]') ?? [])]
  const own = cells.findIndex((cell) => cell.closest('tr') === currentTarget.closest('tr'))
  await attempt(async () => {
    const before = useDraft.getState().text
    await editVariables({ unset: [key] })
    offerUndo(before, `${key} was removed.`)
    // The button goes with its row: the keyboard goes on at the next one.
    ;(cells[own + 1] ?? cells[own - 1])?.focus()
  })
}
