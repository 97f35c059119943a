import type { Row } from '../../report/rows.ts'
import type { Site } from '../../site/site.ts'

/** What every measure of watching works with. */
export interface ObserveBench {
  /** A project folder of its own, down at the start of each measure and cleared after it. */
  readonly site: Site
  /** How often a measure is taken; where it compares, on both sides. */
  readonly pairs: number
  /** Seconds of one window. */
  readonly seconds: number
  readonly signal: AbortSignal
  /** Says what is going on, for whoever waits. */
  say(text: string): void
}

/** One measure: takes its figures on a running site. */
export type Measure = (bench: ObserveBench) => Promise<Row[]>
