import type { Snapshot } from '../../../../contract/models.ts'
import { isUnderWay } from '../../../model/plan-run.ts'
import { usePick } from '../../../store/store.ts'
import styles from './activity.module.css'
import { Run } from './run.tsx'
import { Timeline } from './timeline.tsx'
import { Work } from './work.tsx'

/** What runs now, operation by operation, and what happened before. */
export function Activity({ snapshot }: { readonly snapshot: Snapshot }) {
  const { run, timeline } = usePick(({ run, timeline }) => ({ run, timeline }))
  // A run that went well says so in the timeline; one that failed stays until the next.
  const shown = isUnderWay(run) || run?.outcome === 'failed' ? run : null
  const elsewhere = snapshot.work && !snapshot.work.here ? snapshot.work : null
  return (
    <section className={styles.activity} aria-label="Activity">
      <h2 className={styles.head}>Activity</h2>
      {elsewhere && <Work work={elsewhere} />}
      {shown && <Run run={shown} project={snapshot.project} />}
      {timeline && timeline.length > 0 && (
        <Timeline entries={timeline} project={snapshot.project} directory={snapshot.directory} />
      )}
      {timeline?.length === 0 && !shown && (
        <p className={styles.empty}>Nothing has happened here yet. Press Start, then move the slider.</p>
      )}
    </section>
  )
}
