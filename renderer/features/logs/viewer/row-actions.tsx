import { Copy, PanelRightOpen, Waypoints } from 'lucide-react'
import type { LogRecord } from '../../../../contract/logs.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { copyRecord } from '../details/copy-record.ts'
import { followRequest, setLogs } from '../state.ts'
import type { LogController } from './controller.ts'
import styles from './row-actions.module.css'

interface RowActionsProps {
  readonly record: LogRecord
  /** The row of the screen where it begins; null when it is not to be seen. */
  readonly row: number | null
  readonly controller: LogController
}

/** What can be done with the chosen record, at its end. */
export function RowActions({ record, row, controller }: RowActionsProps) {
  if (row === null) return null
  const request = record.kind === 'log' ? record.request : undefined
  return (
    <div
      className={styles.actions}
      style={{ translate: `0 ${row * controller.rowHeight}px` }}
      role="toolbar"
      aria-label="Chosen line"
    >
      {request !== undefined && (
        <IconButton size="small" label="Follow this request" onClick={() => followRequest(request)}>
          <Waypoints size={14} />
        </IconButton>
      )}
      <IconButton size="small" label="Copy this line" onClick={() => void copyRecord(record)}>
        <Copy size={14} />
      </IconButton>
      <IconButton size="small" label="Details" keys="Enter" onClick={() => setLogs({ details: true })}>
        <PanelRightOpen size={14} />
      </IconButton>
    </div>
  )
}
