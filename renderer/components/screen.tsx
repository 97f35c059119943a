import type { ReactNode } from 'react'
import styles from './screen.module.css'

interface ScreenProps {
  readonly title: string
  /** Beside the title, in a few words. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  /** The body is one tool that fills the room, and scrolls by itself. */
  readonly full?: boolean
  readonly children: ReactNode
}

/** One of the window's screens: a strip with its title and actions, and the body, which scrolls. */
export function Screen({ title, about, actions, full = false, children }: ScreenProps) {
  return (
    <main className={styles.screen} aria-label={title}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {about !== undefined && <div className={styles.about}>{about}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={`${styles.body} ${full ? '' : styles.padded}`}>{children}</div>
    </main>
  )
}
