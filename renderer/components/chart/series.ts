/** One line of a chart. */
export interface ChartSeries {
  /** Stays the same for as long as it is the same thing. */
  readonly key: string
  readonly label: string
  /** As CSS writes it, variables included. */
  readonly color: string
  /** Beside the chart's times; null where nothing is known. */
  readonly values: readonly (number | null)[]
  /** Told apart by its dashes too. */
  readonly dashed?: boolean
}

/** One line of what a chart says of one moment. */
export interface Reading {
  readonly key: string
  readonly label: string
  readonly color: string
  readonly value: number
}

/** What the lines say at one moment, the greatest value first. Pure. */
export function readingsAt(series: readonly ChartSeries[], at: number): readonly Reading[] {
  return series
    .flatMap(({ key, label, color, values }): Reading[] => {
      const value = values[at] ?? null
      return value === null ? [] : [{ key, label, color, value }]
    })
    .sort((one, other) => other.value - one.value)
}

/** What a chart shows in words: of each line its newest and its greatest value. Pure. */
export function summaryText(series: readonly ChartSeries[], format: (value: number) => string): string {
  const parts = series.flatMap(({ label, values }) => {
    const known = values.filter((value) => value !== null)
    const last = known.at(-1)
    return last === undefined ? [] : [`${label} ${format(last)}, at most ${format(greatest(known))}`]
  })
  return parts.join('; ') || 'nothing yet'
}

/** `Math.max` takes its values as arguments, and not any number of them. */
function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}
