import type { ReactNode } from 'react'
import type { Phase } from '../model/phase.ts'
import styles from './phase-mark.module.css'

const ring = { cx: 8, cy: 8, r: 5.5, fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round' } as const

/** A shape of its own for every phase, so that they can be told apart without colour. */
const SHAPES: Readonly<Record<Phase, ReactNode>> = {
  serving: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  starting: <circle {...ring} strokeDasharray="3.4 3.5" className={styles.turning} />,
  joining: <path d="M8 2.5a5.5 5.5 0 0 1 0 11z M8 2.5a5.5 5.5 0 0 0 0 11" {...line} fill="currentColor" />,
  restarting: <path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.7M13.4 1.8v3h-3" {...line} className={styles.turning} />,
  draining: <path d="M2.5 8a5.5 5.5 0 0 1 11 0M8 7v6.5M5.2 11l2.8 2.8 2.8-2.8" {...line} />,
  resting: <circle {...ring} />,
  paused: <path d="M5.5 3.5v9M10.5 3.5v9" {...line} strokeWidth="2.6" />,
  sick: <path d="M8 2.2 14.4 13.4H1.6z" {...line} fill="currentColor" strokeLinejoin="round" />,
  stopped: <rect x="3" y="3" width="10" height="10" rx="2" {...line} />,
  dead: <path d="m3.5 3.5 9 9m0-9-9 9" {...line} strokeWidth="2.6" />,
}

/** The shape of a phase. What it means is written beside it. */
export function PhaseMark({ phase, size = 14 }: { readonly phase: Phase; readonly size?: number }) {
  return (
    <svg
      className={`${styles.mark} ${styles[phase] ?? ''}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {SHAPES[phase]}
    </svg>
  )
}
