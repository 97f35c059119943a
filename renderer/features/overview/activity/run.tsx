import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { Progress } from '../../../components/progress.tsx'
import { RunList, rowOf } from '../../../components/run-list.tsx'
import { TransferProgress } from '../../../components/transfer-progress.tsx'
import { tookText } from '../../../lib/format.ts'
import { attempt } from '../../../lib/notify.ts'
import { useNow } from '../../../lib/use-now.ts'
import { commandWords } from '../../../model/operation-words.ts'
import { causesOf, isUnderWay, type PlanRun, progressOf } from '../../../model/plan-run.ts'
import { useShoal } from '../../../store/store.ts'
import styles from './activity.module.css'

/** The plan that runs, or the one that failed last. */
export function Run({ run, project }: { readonly run: PlanRun; readonly project: string }) {
  const cancelRun = useShoal((state) => state.cancelRun)
  const now = useNow(250)
  const running = isUnderWay(run)
  const { done, total } = progressOf(run)
  const causes = causesOf(run)
  const transfers = run.operations.filter(({ state, parts }) => state === 'running' && parts.length > 0)
  return (
    <div className={styles.run}>
      <div className={styles.title}>
        <span>{commandWords(run.command)}</span>
        <span className={styles.took}>{tookText(running ? Math.max(0, now - run.startedAt) : run.took)}</span>
        {running && (
          <Button size="small" onClick={() => void attempt(cancelRun)}>
            Cancel
          </Button>
        )}
      </div>
      {causes.length > 0 && <p className={styles.note}>{causes.join(', ')}</p>}
      {running && <Progress label={commandWords(run.command)} done={done} total={total} />}
      {run.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {run.error && <ErrorNotice error={run.error} />}
      {transfers.map((operation) => (
        <TransferProgress key={operation.id} operation={operation} />
      ))}
      <RunList project={project} operations={run.operations.map(rowOf)} />
    </div>
  )
}
