import { TriangleAlert } from 'lucide-react'
import type { EnvProblem } from '../../../../contract/env.ts'
import { Button } from '../../../components/button.tsx'
import { useDraft } from '../draft/draft.ts'
import { setText } from '../draft/set-text.ts'
import styles from './table.module.css'

interface ProblemRowProps {
  readonly problem: EnvProblem
  /** Whether another variable follows. */
  readonly last: boolean
  /** How many columns stand behind the name. */
  readonly columns: number
}

/** What is wrong with the variable above, and what settles it. */
export function ProblemRow({ problem, last, columns }: ProblemRowProps) {
  const { severity, message, hint, fix } = problem
  return (
    <tr className={last ? '' : styles.open}>
      <td />
      <td colSpan={columns}>
        <div className={styles.problem} data-severity={severity}>
          <TriangleAlert size={13} aria-label={severity} />
          <span>
            {message} <span className={styles.hint}>{hint}</span>
          </span>
          {fix && (
            <Button size="small" onClick={() => mend(fix)}>
              {fix.label}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function mend({ from, to, text: insert }: NonNullable<EnvProblem['fix']>): void {
  const { text, checked } = useDraft.getState()
  if (checked?.text === text) setText(text.slice(0, from) + insert + text.slice(to))
}
