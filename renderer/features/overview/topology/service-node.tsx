import type { Point } from '../../../model/topology.ts'
import styles from './topology.module.css'

interface ServiceNodeProps {
  readonly label: string
  /** Its state in a word. */
  readonly sub?: string
  readonly at: Point
  readonly half: number
}

/** What stands before or behind the instances. */
export function ServiceNode({ label, sub, at, half }: ServiceNodeProps) {
  const tall = sub ? 22 : 15
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect
        className={styles.node}
        data-phase={sub === 'not started' ? 'absent' : undefined}
        x={-half}
        y={-tall}
        width={half * 2}
        height={tall * 2}
        rx="9"
      />
      <text className={styles.label} y={sub ? -2 : 4}>
        {label}
      </text>
      {sub && (
        <text className={styles.sub} y="13">
          {sub}
        </text>
      )}
    </g>
  )
}
