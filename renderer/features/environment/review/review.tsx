import { Button } from '../../../components/button.tsx'
import { keysText } from '../../../lib/keys.ts'
import { apply, canApply } from '../draft/apply.ts'
import { isEdited, useDraft } from '../draft/draft.ts'
import { discard } from '../draft/resolve.ts'
import { Outcome } from './outcome.tsx'
import { Prospect } from './prospect.tsx'
import styles from './review.module.css'
import { Rollout } from './rollout.tsx'

/** What applying the draft will do, the one button that does it, and how it goes. */
export function Review() {
  const ready = useDraft(canApply)
  const edited = useDraft(isEdited)
  const applying = useDraft((draft) => draft.applying)
  return (
    <section className={styles.review} aria-label="Review">
      <header className={styles.head}>
        <h2>Review</h2>
        <div className={styles.actions}>
          <Button look="ghost" disabled={!edited || applying} onClick={discard}>
            Discard
          </Button>
          <Button
            look="primary"
            disabled={!ready}
            busy={applying}
            title={`Apply (${keysText('Mod+S')})`}
            onClick={() => void apply()}
          >
            Apply
          </Button>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={styles.body} tabIndex={0} aria-label="What changes">
        {applying && <Rollout />}
        {!applying && <Outcome />}
        {!applying && <Prospect />}
      </section>
    </section>
  )
}
