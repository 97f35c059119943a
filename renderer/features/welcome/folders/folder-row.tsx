import { CornerLeftUp, Folder, Waves } from 'lucide-react'
import { useEffect, useRef } from 'react'
import styles from './folders.module.css'

export interface Row {
  readonly name: string
  readonly path: string
  /** Whether it holds a compose file. */
  readonly project: boolean
  /** Whether it is the folder that the list's folder is in. */
  readonly up?: boolean
}

interface FolderRowProps {
  readonly row: Row
  readonly position: number
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onAct: () => void
}

/** One folder of the list, which stays in sight while it is the chosen one. */
export function FolderRow({ row, position, chosen, onChoose, onAct }: FolderRowProps) {
  const place = useRef<HTMLDivElement>(null)
  const Icon = row.up ? CornerLeftUp : row.project ? Waves : Folder

  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the row as its active one
    <div
      ref={place}
      id={`folder-${position}`}
      role="option"
      aria-selected={chosen}
      className={styles.row}
      data-project={row.project || undefined}
      onClick={onChoose}
      onDoubleClick={onAct}
    >
      <Icon size={15} aria-hidden="true" />
      <span className={styles.name}>{row.name}</span>
      {row.project && <span className={styles.tag}>project</span>}
    </div>
  )
}
