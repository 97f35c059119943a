import styles from './skeleton.module.css'

interface SkeletonProps {
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Holds the place of something that is not known yet, so that nothing moves when it comes. */
export function Skeleton({ width, height }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />
}
