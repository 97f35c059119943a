import type { ReactNode } from 'react'
import styles from './empty.module.css'

interface EmptyProps {
  readonly icon: ReactNode
  readonly title: string
  readonly about: ReactNode
  readonly actions?: ReactNode
  /** Something is wrong, rather than merely not there. */
  readonly bad?: boolean
}

/** What a place shows while it has nothing to show: why, and what to do next. */
export function Empty({ icon, title, about, actions, bad = false }: EmptyProps) {
  return (
    <section className={`${styles.empty} ${bad ? styles.bad : ''}`} role={bad ? 'alert' : undefined}>
      <div className={styles.mark} aria-hidden="true">
        {icon}
      </div>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.about}>{about}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
