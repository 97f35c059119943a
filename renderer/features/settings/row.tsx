import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Spinner } from '../../components/spinner.tsx'
import styles from './row.module.css'
import type { Saving } from './use-saving.ts'

interface RowProps {
  readonly label: string
  /** One sentence on what it does. */
  readonly about: ReactNode
  /** How the last change went. */
  readonly saving?: Saving
  /** Whether its value is not known yet. */
  readonly loading?: boolean
  readonly control: ReactNode
  /** Under the row: an error, a question. */
  readonly children?: ReactNode
}

/** One setting: what it is on the left, its control on the right, and beside it whether it was saved. */
export function Row({ label, about, saving, loading = false, control, children }: RowProps) {
  return (
    <div className={styles.row} aria-busy={loading}>
      <div className={styles.words}>
        <h3 className={styles.label}>{label}</h3>
        <p className={styles.about}>{about}</p>
      </div>
      <div className={styles.control}>
        <span className={styles.saving} role="status">
          {saving?.state === 'saving' && <Spinner />}
          {saving?.state === 'saved' && (
            <>
              <Check size={13} aria-hidden="true" /> Saved
            </>
          )}
        </span>
        {control}
      </div>
      {saving?.error && (
        <p className={styles.error} role="alert">
          {saving.error.message} {saving.error.hint}
        </p>
      )}
      {children && <div className={styles.more}>{children}</div>}
    </div>
  )
}
