import type { ComponentProps } from 'react'
import styles from './input.module.css'

/** A line of text. It needs a label of its own, or an `aria-label`. */
export function Input({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={`${styles.input} ${className}`} />
}
