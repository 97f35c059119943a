import { Spinner } from '../components/spinner.tsx'
import { useShoal } from '../store/store.ts'
import styles from './waiting.module.css'

/** The window before it knows which project it showed last. */
export function Connecting() {
  const link = useShoal((state) => state.link)
  return (
    <div className={styles.waiting} role="status">
      <div className={styles.words}>
        <Spinner />
        {link === 'open' ? 'Opening the project' : 'Connecting to Shoal’s engine'}
      </div>
    </div>
  )
}
