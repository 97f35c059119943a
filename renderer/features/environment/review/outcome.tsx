import { CircleCheck, X } from 'lucide-react'
import { IconButton } from '../../../components/icon-button.tsx'
import { ErrorNotice, Notice } from '../../../components/notice.tsx'
import { clockText } from '../../../lib/format.ts'
import { listed, shortNames } from '../../../model/replacement-words.ts'
import { useShoal } from '../../../store/store.ts'
import { type Applied, isEdited, useDraft } from '../draft/draft.ts'
import styles from './outcome.module.css'

/** How the last `Apply` ended, until something else is done. */
export function Outcome() {
  const applied = useDraft((draft) => draft.applied)
  const refused = useDraft((draft) => draft.refused)
  const edited = useDraft(isEdited)
  const project = useShoal(({ snapshot }) => snapshot?.project ?? '')
  const close = () => useDraft.setState({ refused: null })
  const dismiss = (
    <IconButton label="Dismiss" size="small" onClick={close}>
      <X size={14} />
    </IconButton>
  )
  if (refused?.code === 'cancelled')
    return (
      <Notice tone="info" hint={refused.hint} actions={dismiss}>
        {refused.message}
      </Notice>
    )
  if (refused)
    return (
      <div className={styles.refused}>
        <ErrorNotice error={refused} actions={dismiss} />
        {edited && <p className={styles.words}>What you typed is still in the editor.</p>}
      </div>
    )
  return (
    applied && (
      <p className={styles.applied} role="status">
        <CircleCheck size={15} aria-hidden="true" />
        <span>{appliedWords(applied, project)}</span>
      </p>
    )
  )
}

function appliedWords({ changed, replaced, rolledOut, at }: Applied, project: string): string {
  const what = changed.length > 0 ? `${rolledOut ? 'Applied' : 'Saved'} ${listed(changed)}` : 'Saved the file'
  const done = `${what} at ${clockText(at)}.`
  if (!rolledOut)
    return changed.length > 0 ? `${done} The stack does not run; the values count from its next start.` : done
  const names = listed(shortNames(replaced, project))
  return replaced.length > 0 ? `${done} ${names} ${replaced.length === 1 ? 'was' : 'were'} replaced.` : done
}
