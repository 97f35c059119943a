import { Waypoints, X } from 'lucide-react'
import { leaveRequest, useLogs } from '../state.ts'
import type { LogController } from '../viewer/controller.ts'
import { usePane } from '../viewer/use-pane.ts'
import styles from './filters.module.css'

/** That only one request's lines are shown, and how to end that. */
export function Filters({ controller }: { readonly controller: LogController }) {
  const request = useLogs(({ request }) => request)
  const names = useLogs(({ names }) => names)
  const held = usePane(controller, ({ held }) => held)
  if (request === null) return null
  return (
    <div className={styles.filters}>
      <span className={styles.chip}>
        <Waypoints size={13} aria-hidden="true" />
        Request <code className={styles.id}>{request}</code>
        <button
          type="button"
          className={styles.remove}
          aria-label="Show all requests again"
          onClick={leaveRequest}
        >
          <X size={13} aria-hidden="true" />
        </button>
      </span>
      <span className={styles.count} role="status">
        {held === 1 ? '1 line' : `${held.toLocaleString('en')} lines`}
        {names.length === 0 && ' from all instances and services'}
      </span>
    </div>
  )
}
