import { FolderOpen, Waves } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/notice.tsx'
import { usePick } from '../../store/store.ts'
import styles from './open-actions.module.css'

/** The two ways to a project, and why the last one did not lead to one. */
export function OpenActions() {
  const { linked, opening, openError, openSample, chooseProject } = usePick((state) => ({
    linked: state.link === 'open',
    opening: state.opening,
    // The folder picker tells it itself while it is open.
    openError: state.overlay === 'folders' ? null : state.openError,
    openSample: state.openSample,
    chooseProject: state.chooseProject,
  }))
  // Their error is shown below.
  const quietly = (work: () => Promise<void>) => () => void work().catch(() => {})
  return (
    <>
      <div className={styles.actions}>
        <Button
          look="primary"
          icon={<Waves size={15} />}
          busy={opening === 'sample'}
          disabled={!linked || opening !== null}
          onClick={quietly(openSample)}
        >
          Try the sample
        </Button>
        <Button
          icon={<FolderOpen size={15} />}
          disabled={!linked || opening !== null}
          onClick={quietly(chooseProject)}
        >
          Open a folder
        </Button>
      </div>
      {openError && (
        <div className={styles.error}>
          <ErrorNotice error={openError} />
        </div>
      )}
    </>
  )
}
