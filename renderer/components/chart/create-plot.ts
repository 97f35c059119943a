import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { resolveColor } from '../../lib/resolve-color.ts'
import { watchTheme } from '../../lib/watch-theme.ts'
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
  const { span, top, onCursor, group } = options
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
      padding: [8, 16, 0, 0],
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
        x: { range: (_plot, _min, max) => [max - span, max] },
        y: { range: (_plot, _min, max) => [0, Math.max(top, (max ?? 0) * 1.08)] },
      },
      series: [
        {},
        ...options.series.map(({ color: css, dashed }) => ({
          stroke: color(css),
          width: 1.5,
          // Slow slopes stay slopes instead of becoming stairs.
          pxAlign: 0,
          points: { show: false },
          ...(dashed ? { dash: [5, 4] } : {}),
        })),
      ],
      hooks: {
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

/** Moments as the time of day, to the minute. */
function clocks(_plot: uPlot, splits: number[]): string[] {
  return splits.map((time) =>
    new Date(time * 1_000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
  )
}
