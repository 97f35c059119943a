import { ErrorNotice } from '../../../components/notice.tsx'
import { RunList } from '../../../components/run-list.tsx'
import { countText } from '../../../lib/format.ts'
import { useShoal } from '../../../store/store.ts'
import { isEdited, useDraft } from '../draft/draft.ts'
import { ChangeList } from './change-list.tsx'
import styles from './review.module.css'
import { consequence } from './words.ts'

/** What applying would change: the variables, the containers, and the plan. */
export function Prospect() {
  const { preview, previewError, checked, shown, text, applied, refused } = useDraft()
  const edited = useDraft(isEdited)
  const snapshot = useShoal((state) => state.snapshot)
  const connected = useShoal(({ link }) => link === 'open')
  const docker = useShoal((state) => state.docker?.state !== 'missing')
  const faults = checked?.text === text && checked.problems.some(({ severity }) => severity === 'error')

  if (faults)
    return (
      <p className={styles.words}>
        Compose can not read this text. Settle the errors, then it can be applied.
      </p>
    )
  if (previewError) return <ErrorNotice error={previewError} />
  if (!preview) return null
  const { changes, replaced, plan } = preview
  // The file can say something else than the instances run with: somebody edited it by hand.
  const stale = !edited && preview.text === text && replaced.length > 0
  if (!edited && !stale) return applied || refused ? null : <Nothing />
  // What was said of another text stays while the engine thinks, so that nothing jumps; what it concluded does not.
  const fresh = preview.text === text
  return (
    <>
      {stale && <p className={styles.strong}>The file is not what the instances run with.</p>}
      {changes.length > 0 && <ChangeList changes={changes} shown={shown} />}
      <p className={fresh ? styles.words : styles.quiet} role="status">
        {fresh
          ? consequence({ changes, replaced, snapshot, docker })
          : connected && 'Looking at what this changes'}
      </p>
      {fresh && plan.operations.length > 0 && (
        <details className={styles.plan}>
          <summary>The plan, in {countText(plan.operations.length, 'step')}</summary>
          <RunList
            project={snapshot?.project ?? ''}
            operations={plan.operations.map((operation) => ({
              ...operation,
              state: 'waiting' as const,
              detail: '',
              took: null,
            }))}
          />
        </details>
      )}
    </>
  )
}

function Nothing() {
  return (
    <p className={styles.quiet}>
      Nothing to apply. What you change shows up here, with the instances that it replaces.
    </p>
  )
}
