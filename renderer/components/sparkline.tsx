import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { resolveColor } from '../lib/resolve-color.ts'
import { watchTheme } from '../lib/watch-theme.ts'
import styles from './sparkline.module.css'

interface SparklineProps {
  /** Seconds since the epoch. */
  readonly times: readonly number[]
  /** Beside the times; null where nothing is known. */
  readonly values: readonly (number | null)[]
  /** What the top of the picture stands for; higher values raise it. */
  readonly top: number
  /** A colour as CSS writes it, variables included. */
  readonly color: string
  /** Seconds that fit into the width. */
  readonly span: number
}

/** The course of one value. The number itself stands beside it as text, so it is hidden from screen readers. */
export function Sparkline({ times, values, top, color, span }: SparklineProps) {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)

  useEffect(() => {
    const element = place.current
    if (!element) return
    const options = () => ({ width: element.clientWidth, height: element.clientHeight })
    const stroke = () => resolveColor(element, color)
    const made = new uPlot(
      {
        ...options(),
        legend: { show: false },
        cursor: { show: false },
        padding: [2, 0, 1, 0],
        axes: [{ show: false }, { show: false }],
        scales: {
          x: { range: (_plot, _min, max) => [max - span, max] },
          y: { range: (_p, _min, max) => [0, Math.max(top, max ?? 0)] },
        },
        series: [
          {},
          {
            stroke,
            width: 1.5,
            fill: () => `color-mix(in srgb, ${stroke()} 16%, transparent)`,
            points: { show: false },
          },
        ],
      },
      [[], []],
      element,
    )
    plot.current = made
    const resized = new ResizeObserver(() => made.setSize(options()))
    resized.observe(element)
    const unwatch = watchTheme(() => made.redraw(false))
    return () => {
      unwatch()
      resized.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [color, span, top])

  useEffect(() => {
    plot.current?.setData([[...times], [...values]])
  }, [times, values])

  return <div ref={place} className={styles.sparkline} aria-hidden="true" />
}
