import { Clock, Copy, Download, WrapText } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Segments } from '../../../components/segments.tsx'
import { setLogs, useLogs } from '../state.ts'
import styles from './toolbar.module.css'

const LEVELS = [
  { value: 'all', label: 'All' },
  { value: 'warnings', label: 'Warnings' },
  { value: 'errors', label: 'Errors' },
] as const

interface ToolbarProps {
  /** Before everything: the choice of sources, where it has no place of its own. */
  readonly sources: ReactNode
  readonly search: ReactNode
  readonly empty: boolean
  readonly onCopy: () => void
  readonly onSave: () => void
}

/** How the lines are looked at. */
export function Toolbar({ sources, search, empty, onCopy, onSave }: ToolbarProps) {
  const { levels, stamps, wrap } = useLogs()
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Lines">
      {sources}
      {search}
      <div className={styles.end}>
        <Segments label="Levels" value={levels} options={LEVELS} onChange={(levels) => setLogs({ levels })} />
        <IconButton
          size="small"
          label="Time stamps"
          aria-pressed={stamps}
          onClick={() => setLogs({ stamps: !stamps })}
        >
          <Clock size={14} />
        </IconButton>
        <IconButton
          size="small"
          label="Wrap long lines"
          aria-pressed={wrap}
          onClick={() => setLogs({ wrap: !wrap })}
        >
          <WrapText size={14} />
        </IconButton>
        <IconButton size="small" label="Copy" disabled={empty} onClick={onCopy}>
          <Copy size={14} />
        </IconButton>
        <IconButton size="small" label="Save" disabled={empty} onClick={onSave}>
          <Download size={14} />
        </IconButton>
      </div>
    </div>
  )
}
