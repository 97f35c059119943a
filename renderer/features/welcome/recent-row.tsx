import { Folder, FolderX, X } from 'lucide-react'
import type { RecentProject } from '../../../contract/app.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { sinceText } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { usePick } from '../../store/store.ts'
import styles from './recent-projects.module.css'

/** Milliseconds between two looks at how long ago it was. */
const MINUTE = 60_000

interface RecentRowProps {
  readonly project: RecentProject
  readonly onRemove: () => void
}

/** One project: its name, where it is, when it was opened. One whose folder is gone can only be taken off the list. */
export function RecentRow({ project, onRemove }: RecentRowProps) {
  const { directory, name, openedAt, present, sample } = project
  const now = useNow(MINUTE)
  const { opening, linked, openProject } = usePick((state) => ({
    opening: state.opening,
    linked: state.link === 'open',
    openProject: state.openProject,
  }))
  const age = now - openedAt
  return (
    <li className={styles.row} data-missing={!present || undefined}>
      <button
        type="button"
        className={styles.open}
        disabled={!present || !linked || opening !== null}
        // The screen shows its error.
        onClick={() => void openProject(directory).catch(() => {})}
      >
        <span className={styles.icon} aria-hidden="true">
          {opening === directory ? <Spinner /> : present ? <Folder size={16} /> : <FolderX size={16} />}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>
            {name}
            {sample && <span className={styles.tag}>sample</span>}
            {!present && <span className={styles.tag}>not there any more</span>}
          </span>
          <span className={styles.path} title={directory}>
            {directory}
          </span>
        </span>
        <span className={styles.when}>{age < MINUTE ? 'just now' : `${sinceText(age)} ago`}</span>
      </button>
      <IconButton
        label={`Remove ${name} from the list`}
        size="small"
        className={styles.remove ?? ''}
        onClick={onRemove}
      >
        <X size={14} />
      </IconButton>
    </li>
  )
}
