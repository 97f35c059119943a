import { DOTS } from './dots.ts'
import styles from './value.module.css'

/** A value, or dots in its place. An empty one is said to be so. */
export function Value({ text, hidden }: { readonly text: string; readonly hidden: boolean }) {
  if (hidden)
    return (
      <span className={styles.value}>
        <span aria-hidden="true">{DOTS}</span>
        <span className="visually-hidden">hidden</span>
      </span>
    )
  return text === '' ? (
    <span className={styles.empty}>empty</span>
  ) : (
    <span className={styles.value}>{text}</span>
  )
}
