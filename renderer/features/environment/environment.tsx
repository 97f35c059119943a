import { CircleAlert } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Empty } from '../../components/empty.tsx'
import { Screen } from '../../components/screen.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useShoal } from '../../store/store.ts'
import { isEdited, useDraft } from './draft/draft.ts'
import { readFile } from './draft/read-file.ts'
import { useDraftSync } from './draft/use-draft-sync.ts'
import styles from './environment.module.css'
import { Missing } from './missing.tsx'
import { Toolbar } from './toolbar.tsx'
import { useApplyKey } from './use-apply-key.ts'
import { Workbench } from './workbench.tsx'

/** The project's `.env`: its text or its table, what is wrong with it, and what applying it does. */
export default function Environment() {
  const directory = useShoal(({ project }) => project?.directory ?? '')
  useDraftSync(directory)
  useApplyKey()
  const state = useDraft((draft) =>
    draft.applying ? 'Applying' : isEdited(draft) ? 'Edited, not applied' : null,
  )
  return (
    <Screen
      title="Environment"
      full
      about={
        state ? (
          <span className={styles.edited} role="status">
            {state}
          </span>
        ) : (
          '.env'
        )
      }
      actions={<Toolbar />}
    >
      <Body directory={directory} />
    </Screen>
  )
}

function Body({ directory }: { readonly directory: string }) {
  const ready = useDraft((draft) => draft.directory === directory && draft.file !== null)
  const error = useDraft((draft) => draft.readError)
  const missing = useDraft(({ file, text }) => file?.exists === false && text === '')
  if (!ready && error)
    return (
      <Empty
        bad
        icon={<CircleAlert size={20} />}
        title="The .env could not be read"
        about={`${error.message} ${error.hint}`}
        actions={<Button onClick={() => void readFile()}>Try again</Button>}
      />
    )
  if (!ready)
    return (
      <div className={styles.loading} role="status" aria-label="Reading .env">
        <Spinner />
      </div>
    )
  return missing ? <Missing /> : <Workbench directory={directory} />
}
