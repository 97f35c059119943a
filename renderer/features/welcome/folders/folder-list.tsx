import { useEffect, useRef } from 'react'
import type { Folder } from '../../../../contract/app.ts'
import { FolderRow, type Row } from './folder-row.tsx'
import styles from './folders.module.css'
import { listKey } from './list-key.ts'

interface FolderListProps {
  /** Null until the first one was read. */
  readonly folder: Folder | null
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** Goes into a folder, or up. */
  readonly onEnter: (path: string) => void
  /** Opens the project in it. */
  readonly onOpen: (path: string) => void
}

/** The folders in a folder. Arrows choose one, Enter goes into it or opens its project, Backspace goes up. */
export function FolderList({ folder, chosen, onChoose, onEnter, onOpen }: FolderListProps) {
  const list = useRef<HTMLDivElement>(null)
  const rows = rowsOf(folder)
  const at = rows.findIndex(({ path }) => path === chosen)
  const current = folder?.path

  useEffect(() => {
    if (current === undefined) return
    list.current?.scrollTo(0, 0)
    list.current?.focus()
  }, [current])

  const act = ({ path, project }: Row) => (project ? onOpen(path) : onEnter(path))
  const onKeyDown = (event: React.KeyboardEvent) => {
    const meant = listKey(event, rows, at)
    if (!meant) return
    event.preventDefault()
    const row = rows[meant.at]
    if (meant.kind === 'up' && folder?.parent) onEnter(folder.parent)
    if (meant.kind === 'choose' && row) onChoose(row.path)
    if (meant.kind === 'enter' && row) onEnter(row.path)
    if (meant.kind === 'act' && row) act(row)
  }
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label="Folders"
      aria-activedescendant={at < 0 ? undefined : `folder-${at}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, position) => (
        <FolderRow
          key={row.path}
          row={row}
          position={position}
          chosen={position === at}
          onChoose={() => onChoose(row.path)}
          onAct={() => act(row)}
        />
      ))}
      {folder && folder.folders.length === 0 && <p className={styles.none}>No folders in here.</p>}
    </div>
  )
}

function rowsOf(folder: Folder | null): readonly Row[] {
  if (!folder) return []
  const up = folder.parent === null ? [] : [{ name: 'Up', path: folder.parent, project: false, up: true }]
  return [...up, ...folder.folders]
}
