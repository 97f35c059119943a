import { useState } from 'react'
import type { ErrorData } from '../../../../contract/errors.ts'
import { ShoalError } from '../../../../contract/errors.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { usePick } from '../../../store/store.ts'
import { FolderList } from './folder-list.tsx'
import styles from './folders.module.css'
import { PathBar } from './path-bar.tsx'
import { useFolder } from './use-folder.ts'

/** Goes through the folders of the engine's machine, and opens the project in one of them. */
export function FolderBrowser({ onClose }: { readonly onClose: () => void }) {
  const { folder, error, look } = useFolder()
  const [chosen, setChosen] = useState<string | null>(null)
  const [refused, setRefused] = useState<ErrorData | null>(null)
  const { opening, openProject } = usePick(({ opening, openProject }) => ({ opening, openProject }))

  const go = (path?: string) => {
    setChosen(null)
    setRefused(null)
    look(path)
  }
  const open = async (directory: string) => {
    setRefused(null)
    await openProject(directory).catch((thrown) => setRefused(ShoalError.from(thrown).toData()))
  }
  const project =
    folder?.folders.find(({ path, project }) => project && path === chosen)?.path ??
    (folder?.project ? folder.path : null)
  const problem = refused ?? error
  return (
    <div className={styles.browser}>
      <PathBar key={folder?.path ?? ''} path={folder?.path ?? ''} onGo={go} />
      <FolderList
        folder={folder}
        chosen={chosen}
        onChoose={setChosen}
        onEnter={go}
        onOpen={(path) => void open(path)}
      />
      <div className={styles.problem} role="status">
        {problem && <ErrorNotice error={problem} />}
      </div>
      <footer className={styles.foot}>
        <span className={styles.which}>{project ?? 'Choose a folder that is marked as a project'}</span>
        <Button look="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button
          look="primary"
          disabled={project === null || opening !== null}
          busy={opening !== null && opening === project}
          onClick={() => project !== null && void open(project)}
        >
          Open project
        </Button>
      </footer>
    </div>
  )
}
