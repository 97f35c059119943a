import { useEffect, useState } from 'react'
import type { EnvVersion } from '../../../../contract/env.ts'
import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { useShoal } from '../../../store/store.ts'
import { Diff } from '../diff/diff.tsx'
import { useDraft } from '../draft/draft.ts'
import { replaceText } from '../draft/set-text.ts'
import { momentText } from './moment-text.ts'

interface VersionProps {
  readonly version: EnvVersion
  readonly onClose: () => void
}

/** What bringing a version back would change in the editor. */
export function Version({ version, onClose }: VersionProps) {
  const command = useShoal((state) => state.command)
  const present = useDraft((draft) => draft.text)
  const shown = useDraft((draft) => draft.shown)
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)
  const moment = momentText(version.at, Date.now())

  useEffect(() => {
    command('env.version', { id: version.id }).then(
      (answer) => setText(answer.text),
      (thrown: unknown) => setError(ShoalError.from(thrown).toData()),
    )
  }, [command, version.id])

  const restore = () => {
    if (text === null) return
    replaceText(text, 'The version is in the editor. Apply makes it count.')
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={`The file that was ${version.refused ? 'refused' : 'replaced'} ${moment}`}
      about="What restoring it would remove from the editor’s text, and what it would add."
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" disabled={text === null || text === present} onClick={restore}>
            Restore
          </Button>
        </>
      }
    >
      {error && <ErrorNotice error={error} />}
      {!error && text === null && <Spinner />}
      {text !== null && <Diff label="Differences" before={present} after={text} shown={shown} />}
    </Dialog>
  )
}
