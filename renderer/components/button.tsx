import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { Spinner } from './spinner.tsx'

interface ButtonLooks {
  readonly look?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined
  readonly size?: 'medium' | 'small' | undefined
  /** Before the label. */
  readonly icon?: ReactNode
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLooks {
  /** What it started is on its way: it keeps its width and cannot be pressed again. */
  readonly busy?: boolean
}

/** A button with a label. Its text is its accessible name. */
export function Button({ look, size, icon, busy = false, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, size }, className)}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

/** The looks of a button for what is none: a link. */
export function buttonClass({ look = 'secondary', size = 'medium' }: ButtonLooks, more = ''): string {
  return [styles.button, styles[look], size === 'small' ? styles.small : '', more].filter(Boolean).join(' ')
}

export { styles as buttonStyles }
