import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Hint } from '../../components/hint.tsx'
import { Notice } from '../../components/notice.tsx'
import { isUnderWay } from '../../model/plan-run.ts'
import { usePick } from '../../store/store.ts'
import styles from './drift.module.css'
import { DriftReview } from './drift-review.tsx'
import { consequence, headline } from './words.ts'

/** Says on every screen that the project's files and what runs differ, and offers to apply them. Goes when that is over. */
export function DriftNotice() {
  const { drift, run, snapshot } = usePick(({ drift, run, snapshot }) => ({ drift, run, snapshot }))
  const [reviewing, setReviewing] = useState(false)
  const [ignored, setIgnored] = useState('')
  if (!drift || drift.state === 'none' || isUnderWay(run)) return null
  const what = JSON.stringify(drift)
  if (what === ignored) return null
  const later = (
    <Button look="ghost" size="small" onClick={() => setIgnored(what)}>
      Later
    </Button>
  )
  if (drift.state === 'invalid')
    return (
      <div className={styles.notice}>
        <Notice
          tone="warn"
          hint={
            <>
              What runs goes on running. <Hint text={drift.error.hint} />
            </>
          }
          actions={later}
        >
          {drift.error.message}
        </Notice>
      </div>
    )
  return (
    <div className={styles.notice}>
      <Notice
        tone="info"
        hint={consequence(drift, snapshot)}
        actions={
          <>
            {later}
            <Button size="small" onClick={() => setReviewing(true)}>
              Review changes
            </Button>
          </>
        }
      >
        {headline(drift)}
      </Notice>
      <DriftReview drift={drift} open={reviewing} onClose={() => setReviewing(false)} />
    </div>
  )
}
