import { Spinner } from '../components/spinner.tsx'
import styles from './waiting.module.css'

/** A place whose content is on its way. */
export function Waiting() {
  return (
    <div className={styles.waiting} role="status" aria-label="Loading">
      <Spinner />
    </div>
  )
}
