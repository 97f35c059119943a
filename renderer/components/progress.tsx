import { Progress as Radix } from 'radix-ui'
import styles from './progress.module.css'

interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Zero when nobody knows. */
  readonly total: number
}

/** How far something is. */
export function Progress({ label, done, total }: ProgressProps) {
  const known = total > 0
  const share = known ? Math.min(1, done / total) : 0
  return (
    <Radix.Root
      className={styles.bar}
      aria-label={label}
      value={known ? Math.round(share * 100) : null}
      max={100}
    >
      <Radix.Indicator className={styles.fill} style={known ? { width: `${share * 100}%` } : {}} />
    </Radix.Root>
  )
}
