import styles from './chart.module.css'
import type { Reading } from './series.ts'

interface ReadoutProps {
  /** The moment as the time of day. */
  readonly time: string
  readonly readings: readonly Reading[]
  /** What went on at that moment. */
  readonly happened: readonly string[]
  readonly format: (value: number) => string
  /** How far the cursor is from the left of the chart, and how wide that is. Pixels. */
  readonly left: number
  readonly width: number
}

/** What the lines say at the moment under the cursor, on the side of it where there is room. The chart says it in words too. */
export function Readout({ time, readings, happened, format, left, width }: ReadoutProps) {
  const style = left > width / 2 ? { right: width - left + 10 } : { left: left + 10 }
  return (
    <div className={styles.readout} style={style} aria-hidden="true">
      <div className={styles.time}>{time}</div>
      {happened.map((words) => (
        <div key={words} className={styles.happened}>
          {words}
        </div>
      ))}
      {readings.map(({ key, label, color, value }) => (
        <div key={key} className={styles.reading}>
          <span className={styles.key} style={{ background: color }} />
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>{format(value)}</span>
        </div>
      ))}
    </div>
  )
}
