import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorData } from '../../contract/errors.ts'
import { Hint } from './hint.tsx'
import styles from './notice.module.css'

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'bad'
  readonly children: ReactNode
  /** What to do next. */
  readonly hint?: ReactNode
  readonly details?: readonly string[] | undefined
  readonly actions?: ReactNode
}

const ICONS = { info: Info, warn: TriangleAlert, bad: CircleAlert } as const

/** A sentence that stays: what is the matter, and what to do next. */
export function Notice({ tone, children, hint, details = [], actions }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={15} aria-hidden="true" />
      <div className={styles.text}>
        <div>{children}</div>
        {hint && <div className={styles.hint}>{hint}</div>}
        {details.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
          <section className={styles.details} tabIndex={0} aria-label="Last lines">
            <pre>{details.join('\n')}</pre>
          </section>
        )}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** An error of the engine's. */
export function ErrorNotice({ error, actions }: { readonly error: ErrorData; readonly actions?: ReactNode }) {
  return (
    <Notice
      tone="bad"
      hint={error.hint && <Hint text={error.hint} />}
      details={error.details}
      actions={actions}
    >
      {error.message}
    </Notice>
  )
}
