import { TriangleAlert } from 'lucide-react'
import type { Pool } from '../../../../contract/database.ts'
import { isBeyond, poolWords } from '../../../model/pool.ts'
import styles from './dial.module.css'

interface PoolLineProps {
  readonly id: string
  /** Null when nobody knows. */
  readonly pool: Pool | null
  readonly wanted: number
}

/** How many instances PostgreSQL bears; a warning from the number on at which it takes no more. It blocks nothing. */
export function PoolLine({ id, pool, wanted }: PoolLineProps) {
  const beyond = isBeyond(pool, wanted)
  return (
    <p id={id} className={styles.pool} data-beyond={beyond} role="status">
      {pool && beyond && (
        <>
          <TriangleAlert size={13} aria-hidden="true" />
          {poolWords(pool, wanted)}
        </>
      )}
      {pool &&
        pool.breaksAt !== null &&
        !beyond &&
        `From ${pool.breaksAt} on: ${poolWords(pool, pool.breaksAt)}`}
    </p>
  )
}
