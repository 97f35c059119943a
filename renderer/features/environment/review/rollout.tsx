import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Progress } from '../../../components/progress.tsx'
import { RunList, rowOf } from '../../../components/run-list.tsx'
import { attempt } from '../../../lib/notify.ts'
import { isUnderWay, progressOf } from '../../../model/plan-run.ts'
import { usePick } from '../../../store/store.ts'
import styles from './review.module.css'

/** The rollout on its way. */
export function Rollout() {
  const { run, cancelRun, project } = usePick(({ run, cancelRun, snapshot }) => ({
    run: isUnderWay(run) ? run : null,
    cancelRun,
    project: snapshot?.project ?? '',
  }))
  const [stopping, setStopping] = useState(false)
  const { done, total } = run ? progressOf(run) : { done: 0, total: 0 }
  const cancel = () => {
    setStopping(true)
    void attempt(cancelRun).then((sent) => sent || setStopping(false))
  }
  return (
    <>
      <div className={styles.row}>
        <span className={styles.strong} role="status">
          {stopping ? 'Stopping before the next step' : total > 0 ? `${done} of ${total} done` : 'Applying'}
        </span>
        <Button size="small" disabled={stopping} onClick={cancel}>
          Cancel
        </Button>
      </div>
      <Progress label="Rollout" done={done} total={total} />
      {run?.notes.at(-1) && <p className={styles.words}>{run.notes.at(-1)}</p>}
      {run && <RunList project={project} operations={run.operations.map(rowOf)} />}
    </>
  )
}
