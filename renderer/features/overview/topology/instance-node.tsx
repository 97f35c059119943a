import { PhaseMark } from '../../../components/phase-mark.tsx'
import { instanceColor } from '../../../model/instance-color.ts'
import type { Point, TopologyNode } from '../../../model/topology.ts'
import styles from './topology.module.css'

interface InstanceNodeProps {
  readonly node: TopologyNode
  readonly at: Point
  readonly half: number
}

/** Half the height of a node. Pixels. */
const TALL = 13

/** One instance: its colour, the shape of its phase, its name, and what it does in words. */
export function InstanceNode({ node, at, half }: InstanceNodeProps) {
  const { phase, short, words } = node
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect
        className={styles.node}
        data-phase={phase}
        x={-half}
        y={-TALL}
        width={half * 2}
        height={TALL * 2}
        rx="7"
      />
      <rect x={-half + 5} y="-6" width="3" height="12" rx="1.5" fill={instanceColor(node.index)} />
      {phase !== 'absent' && (
        <g transform={`translate(${-half + 13} -6)`}>
          <PhaseMark phase={phase} size={12} />
        </g>
      )}
      <text className={styles.name} x={-half + 31} y="4">
        {short}
      </text>
      <text className={styles.words} x={half - 9} y="4">
        {words}
      </text>
    </g>
  )
}
