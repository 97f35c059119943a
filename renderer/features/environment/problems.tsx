import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { countText } from '../../lib/format.ts'
import { useDraft } from './draft/draft.ts'
import { jumpTo } from './editor/open-editor.ts'
import styles from './problems.module.css'
import { withoutRow } from './table/rows.ts'

/** What is wrong with the text, and what the variable at the cursor means. */
export function Problems() {
  const checked = useDraft((draft) => draft.checked)
  const view = useDraft((draft) => draft.view)
  const problems = checked?.problems
  // The table has those of each variable in its row.
  const listed = view === 'editor' ? checked?.problems : checked && withoutRow(checked)
  const known = useDraft(({ keys, cursorKey }) =>
    view === 'editor' ? keys.find(({ key }) => key === cursorKey) : undefined,
  )
  return (
    <section className={styles.problems} aria-label="Problems">
      <div className={styles.head}>
        <Count problems={problems} />
        {known?.about && (
          <p className={styles.known}>
            <code>{known.key}</code> {known.about}
          </p>
        )}
      </div>
      {listed && listed.length > 0 && (
        <ul className={styles.list}>
          {listed.map((problem) => (
            <li key={`${problem.from} ${problem.code}`}>
              <button type="button" className={styles.problem} onClick={() => jumpTo(problem)}>
                <Sign severity={problem.severity} />
                <span className={styles.line}>Line {problem.line}</span>
                <span>
                  {problem.message} <span className={styles.hint}>{problem.hint}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Count({ problems }: { readonly problems: readonly { severity: string }[] | undefined }) {
  if (!problems) return <span className={styles.count}>Looking for problems</span>
  if (problems.length === 0)
    return (
      <span className={styles.count}>
        <CircleCheck size={14} className={styles.good} aria-hidden="true" />
        No problems
      </span>
    )
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
  return (
    <span className={styles.count} role="status">
      <Sign severity={worst} />
      {countText(problems.length, 'problem')}
    </span>
  )
}

/** An error or a warning, as a shape. The word is there for screen readers. */
function Sign({ severity }: { readonly severity: 'error' | 'warning' }) {
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <span className={styles[severity]}>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{severity}: </span>
    </span>
  )
}
