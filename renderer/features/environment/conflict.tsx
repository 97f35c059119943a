import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { Diff } from './diff/diff.tsx'
import { useDraft } from './draft/draft.ts'
import { keepMine, takeTheirs } from './draft/resolve.ts'
import styles from './environment.module.css'

/** Somebody else changed the file while it was edited here: which of the two counts? */
export function Conflict() {
  const theirs = useDraft((draft) => draft.theirs)
  const text = useDraft((draft) => draft.text)
  const shown = useDraft((draft) => draft.shown)
  const [looking, setLooking] = useState(false)
  if (!theirs) return null
  const choices = (
    <>
      <Button size="small" onClick={takeTheirs}>
        Use the file’s version
      </Button>
      <Button size="small" onClick={keepMine}>
        Keep mine
      </Button>
    </>
  )
  return (
    <div className={styles.notice}>
      <Notice
        tone="warn"
        hint="Nothing can be applied until you say which one counts."
        actions={
          <>
            <Button size="small" look="ghost" onClick={() => setLooking(true)}>
              Compare
            </Button>
            {choices}
          </>
        }
      >
        {theirs.exists
          ? 'The file was changed elsewhere while you edited it.'
          : 'The file was removed elsewhere while you edited it.'}
      </Notice>
      <Dialog
        open={looking}
        onClose={() => setLooking(false)}
        wide
        title="The file and your edits"
        about="What your edits remove from the file as it is now, and what they add."
        actions={choices}
      >
        <Diff label="Differences" before={theirs.text} after={text} shown={shown} />
      </Dialog>
    </div>
  )
}
