import { ErrorNotice } from '../../components/notice.tsx'
import { Conflict } from './conflict.tsx'
import { useDraft } from './draft/draft.ts'
import { Editor } from './editor/editor.tsx'
import styles from './environment.module.css'
import { Problems } from './problems.tsx'
import { Review } from './review/review.tsx'
import { VariableTable } from './table/table.tsx'

/** The file on one side, the review of what changes on the other. */
export function Workbench({ directory }: { readonly directory: string }) {
  const view = useDraft((draft) => draft.view)
  const readError = useDraft((draft) => draft.readError)
  return (
    <div className={styles.workbench}>
      <div className={styles.file}>
        <Conflict />
        {readError && (
          <div className={styles.notice}>
            <ErrorNotice error={readError} />
          </div>
        )}
        {view === 'editor' ? <Editor key={directory} /> : <VariableTable />}
        <Problems />
      </div>
      <Review />
    </div>
  )
}
