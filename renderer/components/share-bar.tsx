import styles from './share-bar.module.css'

export interface ShareBarPart {
  readonly key: string
  readonly value: number
  /** As CSS writes it. */
  readonly color: string
  /** Striped, so that it is told apart without its colour. */
  readonly striped?: boolean
}

interface ShareBarProps {
  /** What it measures. */
  readonly label: string
  /** The figures as people say them: "1.4 of 2 cores". */
  readonly words: string
  readonly parts: readonly ShareBarPart[]
  /** What the whole length stands for, in the unit of the parts. */
  readonly total: number
  /** A stretch at the end that is kept for others. */
  readonly kept?: number
  readonly slim?: boolean
}

/** How much of something is used, and by whom. */
export function ShareBar({ label, words, parts, total, kept = 0, slim = false }: ShareBarProps) {
  const used = parts.reduce((sum, { value }) => sum + value, 0)
  const shown = parts.filter(({ value }) => value > 0)
  const share = (value: number) => `${total > 0 ? Math.min(100, (value / total) * 100) : 0}%`
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element cannot show its parts
    <div
      className={`${styles.bar} ${slim ? styles.slim : ''}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, used)}
      aria-valuenow={used}
      aria-valuetext={words}
    >
      {shown.map(({ key, value, color, striped }) => (
        <span
          key={key}
          className={`${styles.part} ${striped ? styles.striped : ''}`}
          style={{ width: share(value), color }}
        />
      ))}
      {kept > 0 && <span className={styles.kept} style={{ width: share(kept) }} />}
    </div>
  )
}
