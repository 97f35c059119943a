import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { clockText } from '../../lib/format.ts'
import { resolveColor } from '../../lib/resolve-color.ts'
import { watchTheme } from '../../lib/watch-theme.ts'
import type { Mark } from '../../model/marks.ts'
import { drawMarks } from './draw-marks.ts'
import type { ChartSeries } from './series.ts'

export interface PlotOptions {
  readonly series: readonly Omit<ChartSeries, 'values'>[]
  /** Seconds that fit into the width. */
  readonly span: number
  /** What the top stands for at least, so that idling looks idle. */
  readonly top: number
  /** Values as the axis writes them. */
  readonly format: (value: number) => string
  /** The steps of the axis are powers of 1024 rather than of ten. */
  readonly bytes: boolean
  /** Charts of one group share the cursor. */
  readonly group: string
  /** Each line stands on the one before it, and what is between them is filled. */
  readonly stacked: boolean
  /** Above the lines there is room for the words of marks. */
  readonly markWords: boolean
  /** What happened meanwhile. */
  readonly marks: () => readonly Mark[]
  /** The moment under the cursor as an index, or null; and how far it is from the left, in pixels. */
  readonly onCursor: (at: number | null, left: number) => void
}

/** Pixels that the values beside the axis take. */
const GUTTER = 54
const FONT = '11px "Inter Variable", system-ui, sans-serif'

/** Steps between the lines of a byte axis: 1, 2 or 5 of a unit, or of ten or a hundred of it. */
const BYTE_STEPS = [1, 1024, 1024 ** 2, 1024 ** 3, 1024 ** 4].flatMap((unit) =>
  [1, 2, 4, 8, 16, 32, 64, 128, 256, 512].map((count) => count * unit),
)

/** A uPlot in an element, in the colours of the theme and as large as the element for as long as it lives. */
export function createPlot(element: HTMLElement, options: PlotOptions): uPlot {
  const { span, top, onCursor, group, stacked, markWords } = options
  const color = (css: string) => () => resolveColor(element, css)
  const size = () => ({ width: element.clientWidth, height: element.clientHeight })
  const axis = {
    stroke: color('var(--text-faint)'),
    font: FONT,
    grid: { stroke: color('var(--line)'), width: 1 },
    ticks: { show: false },
  }
  const plot = new uPlot(
    {
      ...size(),
      legend: { show: false },
      // Half of the last moment's words fits beside it.
      padding: [markWords ? 18 : 8, 16, 0, 0],
      focus: { alpha: 0.2 },
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { size: 7, width: 1.5 },
        sync: { key: group, setSeries: false },
      },
      axes: [
        { ...axis, grid: { show: false }, size: 24, gap: 4, space: 76, values: clocks },
        {
          ...axis,
          size: GUTTER,
          gap: 6,
          space: 30,
          ...(options.bytes ? { incrs: BYTE_STEPS } : {}),
          values: (_plot, splits) => splits.map((value) => options.format(value)),
        },
      ],
      scales: {
        x: {
          range: (_plot, _min, max: number | null) => {
            // Before its first value it shows the minutes that led here.
            const end = max ?? Date.now() / 1_000
            return [end - span, end]
          },
        },
        y: { range: (_plot, _min, max) => [0, Math.max(top, (max ?? 0) * 1.08)] },
      },
      series: [
        {},
        ...options.series.map(({ color: css, dashed }) => ({
          stroke: color(css),
          width: stacked ? 1 : 1.5,
          ...(stacked ? { fill: () => `color-mix(in srgb, ${color(css)()} 42%, transparent)` } : {}),
          // Slow slopes stay slopes instead of becoming stairs.
          pxAlign: 0,
          // A line needs two moments; what is known of one alone is a point.
          points: { show: !stacked, size: 3, width: 0, fill: color(css), filter: lonely },
          ...(dashed ? { dash: [5, 4] } : {}),
        })),
      ],
      bands: stacked ? options.series.slice(1).map((_series, at) => ({ series: [at + 2, at + 1] })) : [],
      hooks: {
        draw: [
          (plot) =>
            drawMarks(plot, options.marks(), {
              color: color('var(--text-soft)')(),
              bad: color('var(--bad)')(),
              font: FONT,
              labels: markWords,
            }),
        ],
        setCursor: [
          ({ cursor, bbox }) => {
            const { idx, left = -1 } = cursor
            onCursor(left < 0 ? null : (idx ?? null), left + bbox.left / uPlot.pxRatio)
          },
        ],
      },
    },
    [[], ...options.series.map(() => [])],
    element,
  )
  const resized = new ResizeObserver(() => plot.setSize(size()))
  resized.observe(element)
  const unwatch = watchTheme(() => plot.redraw(false))
  const destroy = plot.destroy.bind(plot)
  plot.destroy = () => {
    resized.disconnect()
    unwatch()
    destroy()
  }
  return plot
}

/** The places of values without a neighbour. */
function lonely(plot: uPlot, series: number): number[] {
  const values = plot.data[series] ?? []
  const is = (at: number) => values[at] !== null && values[at] !== undefined
  return Array.from(values, (_value, at) => at).filter((at) => is(at) && !is(at - 1) && !is(at + 1))
}

/** Moments as the time of day: to the minute where that tells them apart. */
function clocks(_plot: uPlot, splits: number[]): string[] {
  const exact = splits.some((time) => time % 60 !== 0)
  return splits.map((time) => clockText(time * 1_000).slice(0, exact ? undefined : -3))
}
