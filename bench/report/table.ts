import { type Cell, table } from '../../cli/output/table.ts'
import type { Samples, Spread } from './samples.ts'

export type Goal = { readonly atMost: number } | { readonly atLeast: number }

/** One measure of both sides. A row without a goal is there for comparison. */
export interface RatioRow {
  readonly name: string
  readonly unit: 'ms' | 'req/s'
  readonly samples: Samples
  /** What Shoal is compared with; Docker Compose when it is left out. */
  readonly beside?: string
  readonly goal?: Goal
}

/** One measure of Shoal alone. */
export interface FigureRow {
  readonly name: string
  readonly unit: string
  readonly figure: number
  readonly goal: Goal
}

/** Ratios as one table: medians, extremes, the median of the pairs' ratios, and whether that meets its goal. */
export function ratioTable(rows: readonly RatioRow[]): string[] {
  const head = ['', 'shoal', '', 'beside', '', '', 'ratio', '', 'goal', '']
  return table([
    head.map(right),
    ...rows.map(({ name, unit, samples, beside = 'compose', goal }) => {
      const [ours, theirs] = [samples.spread('shoal'), samples.spread(beside)]
      const ratio = samples.ratios('shoal', beside)
      return [
        name,
        right(whole(ours.median, unit)),
        right(extremes(ours, 0)),
        right(whole(theirs.median, unit)),
        right(extremes(theirs, 0)),
        beside,
        right(ratio.median.toFixed(2)),
        right(extremes(ratio, 2)),
        right(goal ? describe(goal) : ''),
        verdict(ratio.median, goal),
      ]
    }),
  ])
}

export function figureTable(rows: readonly FigureRow[]): string[] {
  return table(
    rows.map(({ name, unit, figure, goal }) => [
      name,
      right(`${figure.toFixed(1)} ${unit}`),
      right(describe(goal)),
      verdict(figure, goal),
    ]),
  )
}

function right(text: string): Cell {
  return { text, right: true }
}

function whole(figure: number, unit: string): string {
  return `${figure.toFixed(0)} ${unit}`
}

function extremes({ least, most }: Spread, digits: number): string {
  return `${least.toFixed(digits)}-${most.toFixed(digits)}`
}

export function describe(goal: Goal): string {
  return 'atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`
}

export function verdict(figure: number, goal: Goal | undefined): string {
  if (!goal) return ''
  const met = 'atMost' in goal ? figure <= goal.atMost : figure >= goal.atLeast
  return met ? 'met' : 'missed'
}
