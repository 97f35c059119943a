import type { ReactNode } from 'react'
import type { Level } from '../../../../contract/levels.ts'
import { Segments } from '../../../components/segments.tsx'
import { setLogs, useLogs } from '../state.ts'
import styles from './toolbar.module.css'
import { ViewMenu } from './view-menu.tsx'

/** Each stands for itself and what is worse. */
const LEVELS = [
  { value: 'all', label: 'All' },
  { value: 'info', label: 'Info' },
  { value: 'warn', label: 'Warnings' },
  { value: 'error', label: 'Errors' },
] as const satisfies readonly { value: Level | 'all'; label: string }[]

interface ToolbarProps {
  /** Before everything: the choice of sources, where it has no place of its own. */
  readonly sources: ReactNode
  readonly search: ReactNode
  readonly save: ReactNode
}

/** How the lines are looked at. */
export function Toolbar({ sources, search, save }: ToolbarProps) {
  const level = useLogs(({ level }) => level)
  const known = LEVELS.find(({ value }) => value === level)?.value ?? 'all'
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Lines">
      {sources}
      {search}
      <div className={styles.end}>
        <Segments
          label="Levels"
          value={known}
          options={LEVELS}
          onChange={(value) => setLogs({ level: value === 'all' ? null : value })}
        />
        <ViewMenu />
        {save}
      </div>
    </div>
  )
}
