import type { Contender } from '../run/contender.ts'
import type { Site } from '../site/site.ts'

/** What every measure works with. */
export interface Bench {
  readonly site: Site
  readonly shoal: Contender
  readonly compose: Contender
  /** How often each measure is taken on both sides. */
  readonly pairs: number
  readonly signal: AbortSignal
  /** Says what is going on, for whoever waits. */
  say(text: string): void
}

/** Both contenders, the other one first every other time: a machine that gets slower is unfair to both. */
export function inTurn(bench: Bench, pair: number): readonly Contender[] {
  return pair % 2 === 0 ? [bench.shoal, bench.compose] : [bench.compose, bench.shoal]
}
