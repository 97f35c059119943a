import styles from './spinner.module.css'

/** Something is on its way. It says nothing to a screen reader: what surrounds it does. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />
}
