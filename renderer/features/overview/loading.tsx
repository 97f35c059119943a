import styles from './loading.module.css'

/** The shape of the overview before its first report; it holds the place, so that nothing jumps. */
export function Loading() {
  return (
    <div className={styles.loading} role="status" aria-label="Looking at the stack">
      {[32, 128, 200, 150].map((height) => (
        <div key={height} className={styles.block} style={{ height }} />
      ))}
    </div>
  )
}
