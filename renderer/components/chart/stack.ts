import type { ChartSeries } from './series.ts'

/** The values of each line on top of those before it; null only where no line has any. Pure. */
export function stack(series: readonly Pick<ChartSeries, 'values'>[]): (number | null)[][] {
  const length = Math.max(0, ...series.map(({ values }) => values.length))
  const sums = new Array<number>(length).fill(0)
  const known = sums.map((_sum, at) => series.some(({ values }) => (values[at] ?? null) !== null))
  return series.map(({ values }) =>
    sums.map((_sum, at) => {
      sums[at] = (sums[at] ?? 0) + (values[at] ?? 0)
      return known[at] ? (sums[at] ?? 0) : null
    }),
  )
}
