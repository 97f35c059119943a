import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './dialog.module.css'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** One or two sentences under the title. */
  readonly about?: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  readonly wide?: boolean
  /** As wide as the window has room for. */
  readonly full?: boolean
  readonly children?: ReactNode
}

/** A modal window. Escape and a click beside it close it. */
export function Dialog({
  open,
  onClose,
  title,
  about,
  actions,
  wide = false,
  full = false,
  children,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={`${styles.dialog} ${full ? styles.full : wide ? styles.wide : ''}`}
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {about !== undefined && <Radix.Description className={styles.about}>{about}</Radix.Description>}
          </header>
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {actions !== undefined && <footer className={styles.foot}>{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
