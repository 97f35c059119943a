import styles from './loading.module.css'

/** The shape of the screen before its first report; it holds the place, so that nothing jumps. */
export function Loading() {
  return (
    <div className={styles.loading} role="status" aria-label="Looking at the containers">
      {[74, 196, 260].map((height) => (
        <div key={height} className={styles.block} style={{ height }} />
      ))}
    </div>
  )
}
