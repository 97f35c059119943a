import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { RunList } from '../../../components/run-list.tsx'
import { countText, tookText } from '../../../lib/format.ts'
import { groupOperations } from '../../../model/timeline.ts'
import styles from './activity.module.css'

/** From so many operations on they are grouped by what they act on. */
const MANY = 8

/** The operations of a command; many of them by instance, each group open when something in it failed. */
export function Operations({
  operations,
  project,
}: Pick<TimelineEntry, 'operations'> & { readonly project: string }) {
  if (operations.length < MANY) return <RunList project={project} operations={operations} />
  return (
    <div className={styles.groups}>
      {groupOperations(operations, project).map(({ target, operations: own, state, took }) => (
        <details key={target} open={state === 'failed'}>
          <summary className={state === 'failed' ? styles.bad : undefined}>
            <span>{target}</span>
            <span className={styles.took}>
              {countText(own.length, 'operation')}
              {took !== null && ` · ${tookText(took)}`}
            </span>
          </summary>
          <RunList project={project} operations={own} />
        </details>
      ))}
    </div>
  )
}
