/** Median and extremes of some figures. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Throws when there is no figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (position: number) => {
    const figure = sorted[position]
    if (figure === undefined) throw new Error('There is no figure to take the median of.')
    return figure
  }
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  }
}

/** Figures of one measure, by the side they belong to, in the order of the pairs. */
export class Samples {
  private readonly figures = new Map<string, number[]>()

  add(side: string, figure: number): void {
    this.figures.set(side, [...this.of(side), figure])
  }

  of(side: string): readonly number[] {
    return this.figures.get(side) ?? []
  }

  spread(side: string): Spread {
    return spreadOf(this.of(side))
  }

  /** The ratios of the pairs: what makes the machine slow for a while is in both of their figures. */
  ratios(side: string, other: string): Spread {
    const others = this.of(other)
    return spreadOf(this.of(side).map((figure, pair) => figure / (others[pair] ?? Number.NaN)))
  }
}
