import type { Pool } from '../../../../contract/database.ts'
import { isBeyond, sourceWords } from '../../../model/pool.ts'
import styles from './database.module.css'
import { PoolStrip } from './pool-strip.tsx'

interface PoolPanelProps {
  readonly pool: Pool
  /** Where the slider stands. */
  readonly wanted: number
}

/** Instances times pool size over the slider's whole range, and where that is more than PostgreSQL takes. */
export function PoolPanel({ pool, wanted }: PoolPanelProps) {
  const now = pool.projection.find(({ scale }) => scale === wanted)
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h3>Instances × pool size</h3>
        {now && (
          <span className={styles.value} data-warn={!now.fits}>
            {now.connections} of {pool.available}
          </span>
        )}
      </div>
      {now && <PoolStrip pool={pool} wanted={wanted} />}
      <p className={isBeyond(pool, wanted) ? styles.warning : styles.soft}>{pool.text}</p>
      <p className={styles.note}>{sourceWords(pool)}</p>
    </div>
  )
}
