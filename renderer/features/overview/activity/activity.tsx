import type { Snapshot } from '../../../../contract/models.ts'
import { isUnderWay } from '../../../model/plan-run.ts'
import { usePick } from '../../../store/store.ts'
import styles from './activity.module.css'
import { History } from './history.tsx'
import { Run } from './run.tsx'
import { Work } from './work.tsx'

/** What runs now, operation by operation, and what was done before. */
export function Activity({ snapshot }: { readonly snapshot: Snapshot }) {
  const { run, history } = usePick(({ run, history }) => ({ run, history }))
  // A run that went well says so in the history; one that failed stays until the next.
  const shown = isUnderWay(run) || run?.outcome === 'failed' ? run : null
  const elsewhere = snapshot.work && !snapshot.work.here ? snapshot.work : null
  return (
    <section className={styles.activity} aria-label="Activity">
      <h2 className={styles.head}>Activity</h2>
      {elsewhere && <Work work={elsewhere} />}
      {shown && <Run run={shown} project={snapshot.project} />}
      {history.length > 0 ? (
        <History entries={history} project={snapshot.project} />
      ) : (
        !shown && (
          <p className={styles.empty}>Nothing was done here yet. Press Start, then move the slider.</p>
        )
      )}
    </section>
  )
}
