import styles from './diff.module.css'
import { lineDiff } from './line-diff.ts'

interface DiffProps {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Whether secrets are shown. */
  readonly shown: boolean
}

const SIGNS = { same: ' ', added: '+', removed: '−', gap: ' ' } as const
const WORDS = { same: '', added: 'added: ', removed: 'removed: ', gap: '' } as const

/** The lines by which two texts differ. */
export function Diff({ label, before, after, shown }: DiffProps) {
  const lines = lineDiff(before, after, shown)
  if (lines.length === 0)
    return (
      <p className={styles.none}>
        {before === after
          ? 'Both are the same.'
          : 'They differ only in whether the last line ends with a line end.'}
      </p>
    )
  const rows = lines.map((line, index) => ({ ...line, id: index }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.diff} tabIndex={0} aria-label={label}>
      {rows.map(({ id, kind, text }) =>
        kind === 'gap' ? (
          <div key={id} className={styles.gap} aria-hidden="true">
            ⋯
          </div>
        ) : (
          <div key={id} className={`${styles.line} ${styles[kind]}`}>
            <span className={styles.sign} aria-hidden="true">
              {SIGNS[kind]}
            </span>
            <span>
              <span className="visually-hidden">{WORDS[kind]}</span>
              {text}
            </span>
          </div>
        ),
      )}
    </section>
  )
}
