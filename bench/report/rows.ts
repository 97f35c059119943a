import { type Cell, table } from '../../cli/output/table.ts'
import { type Spread, spreadOf } from './samples.ts'
import { describe, type Goal, verdict } from './table.ts'

/** One figure, with its extremes where it was taken several times. */
export interface Row {
  readonly name: string
  readonly unit: string
  readonly figure: number
  readonly spread?: Spread
  readonly goal?: Goal
}

export function figureRow(name: string, unit: string, figure: number, goal?: Goal): Row {
  return { name, unit, figure, ...(goal ? { goal } : {}) }
}

/** The median of some figures. Throws when there is none. */
export function spreadRow(name: string, unit: string, figures: readonly number[], goal?: Goal): Row {
  const spread = spreadOf(figures)
  return { ...figureRow(name, unit, spread.median, goal), spread }
}

/** A line per figure: the figure or the median, its extremes, its goal and whether it is met. Pure. */
export function rowTable(rows: readonly Row[]): string[] {
  return table(
    rows.map(({ name, unit, figure, spread, goal }) => [
      name,
      right(`${numberText(figure)} ${unit}`.trimEnd()),
      right(spread ? `${numberText(spread.least)}-${numberText(spread.most)}` : ''),
      right(goal ? describe(goal) : ''),
      verdict(figure, goal),
    ]),
  )
}

function numberText(figure: number): string {
  return figure.toLocaleString('en', { maximumFractionDigits: Math.abs(figure) < 10 ? 1 : 0 })
}

function right(text: string): Cell {
  return { text, right: true }
}
