import type { Pool } from '../../../../contract/database.ts'
import styles from './pool-strip.module.css'

interface PoolStripProps {
  readonly pool: Pool
  /** Where the slider stands. */
  readonly wanted: number
}

/** Scales that all have their number below them; of more, every fifth. */
const NUMBERED = 20

/**
 * What all pools may open together at every scale, as columns under the line of what PostgreSQL takes; paler, what a
 * rollout at that scale would need. The words below say the same.
 */
export function PoolStrip({ pool: { projection, available }, wanted }: PoolStripProps) {
  const most = Math.max(available, ...projection.map(({ connections }) => connections))
  const height = (value: number) => `${Math.min(100, (value / (most * 1.14)) * 100)}%`
  const named = (scale: number) => projection.length <= NUMBERED || scale % 5 === 0 || scale === 1
  return (
    <div className={styles.strip} aria-hidden="true">
      <div className={styles.columns}>
        {projection.map(({ scale, connections, fits, rollout, rolloutFits }) => (
          <div key={scale} className={styles.column} data-fits={fits} data-now={scale === wanted}>
            <div className={styles.rollout} data-fits={rolloutFits} style={{ height: height(rollout) }} />
            <div className={styles.bar} style={{ height: height(connections) }} />
          </div>
        ))}
        <div className={styles.limit} style={{ bottom: height(available) }}>
          <span>{available}</span>
        </div>
      </div>
      <div className={styles.scales}>
        {projection.map(({ scale, fits }) => (
          <span key={scale} data-fits={fits} data-now={scale === wanted}>
            {named(scale) ? scale : ''}
          </span>
        ))}
      </div>
    </div>
  )
}
