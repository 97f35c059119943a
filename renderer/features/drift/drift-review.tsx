import type { Drift } from '../../../contract/drift.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RunList } from '../../components/run-list.tsx'
import { countText } from '../../lib/format.ts'
import { attempt } from '../../lib/notify.ts'
import { usePick } from '../../store/store.ts'
import styles from './drift.module.css'
import { EditList } from './edit-list.tsx'
import { consequence } from './words.ts'

interface DriftReviewProps {
  readonly drift: Extract<Drift, { state: 'differs' }>
  readonly open: boolean
  readonly onClose: () => void
}

/** What was edited, where that shows, and what applying it would do, step by step. */
export function DriftReview({ drift, open, onClose }: DriftReviewProps) {
  const { command, snapshot } = usePick(({ command, snapshot }) => ({ command, snapshot }))
  const { edits, differences, plan } = drift
  const apply = () => {
    onClose()
    void attempt(() => command('stack.up', {}))
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title="Apply the project’s files?"
      about={consequence(drift, snapshot)}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      {edits.length > 0 && <EditList edits={edits} />}
      <section aria-label="Differences">
        <h3 className={styles.title}>Where what runs differs</h3>
        <ul className={styles.differences}>
          {differences.map(({ service, what }) => (
            <li key={`${service} ${what}`}>
              <span className={styles.service}>{service}</span> {what.replace('->', '→')}
            </li>
          ))}
        </ul>
      </section>
      <details className={styles.plan}>
        <summary>The plan, in {countText(plan.operations.length, 'step')}</summary>
        <RunList
          project={snapshot?.project ?? ''}
          operations={plan.operations.map((operation) => ({
            ...operation,
            state: 'waiting' as const,
            detail: '',
            took: null,
          }))}
        />
      </details>
    </Dialog>
  )
}
