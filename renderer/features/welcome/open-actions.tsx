import { FolderOpen, Waves } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { usePick } from '../../store/store.ts'
import styles from './open-actions.module.css'

/** The two ways to a project. */
export function OpenActions() {
  const { linked, opening, openSample, chooseProject } = usePick((state) => ({
    linked: state.link === 'open',
    opening: state.opening,
    openSample: state.openSample,
    chooseProject: state.chooseProject,
  }))
  // The screen shows their error.
  const quietly = (work: () => Promise<void>) => () => void work().catch(() => {})
  return (
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
  )
}
