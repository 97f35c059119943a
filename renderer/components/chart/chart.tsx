import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import uPlot from 'uplot'
import { clockText } from '../../lib/format.ts'
import { type Mark, marksAt } from '../../model/marks.ts'
import styles from './chart.module.css'
import { createPlot } from './create-plot.ts'
import { Readout } from './readout.tsx'
import { type ChartSeries, readingsAt, summaryText } from './series.ts'
import { stack } from './stack.ts'

interface ChartProps {
  /** What it shows, in a word or two. */
  readonly label: string
  /** Seconds since the epoch. */
  readonly times: readonly number[]
  readonly series: readonly ChartSeries[]
  /** Seconds that fit into the width. */
  readonly span: number
  /** What the top stands for at least. */
  readonly top: number
  readonly format: (value: number) => string
  readonly bytes?: boolean
  /** Charts of one group share the cursor. */
  readonly group: string
  /** The key of the line that stands out; the others step back. */
  readonly focus?: string | null
  /** Each line stands on the one before it: together they are the whole. */
  readonly stacked?: boolean
  /** What happened meanwhile. */
  readonly marks?: readonly Mark[]
  /** What happened is written above its line, and not just said of the moment under the cursor. */
  readonly markWords?: boolean
}

const NO_MARKS: readonly Mark[] = []

/** Seconds around a mark that belong to it. */
const NEAR = 1

interface Moment {
  readonly at: number
  readonly left: number
}

/** How many moments Page Up and Page Down pass over. */
const PAGE = 30

/**
 * Lines over time. Pointing at it, or moving along it with the arrow keys, says what was at that moment. It is redrawn
 * when its data change, and not while nobody sees the window.
 */
export function Chart(props: ChartProps) {
  const { label, times, series, span, top, format, bytes = false, group, focus = null } = props
  const { stacked = false, marks = NO_MARKS, markWords = false } = props
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const drawn = useRef(marks)
  const [moment, setMoment] = useState<Moment | null>(null)
  const summary = useId()
  const lines = series.map(({ key, color, dashed }) => `${key} ${color} ${dashed}`).join('\n')

  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of lines is another plot; their values are not
  useEffect(() => {
    if (!place.current) return
    const onCursor = (at: number | null, left: number) => setMoment(at === null ? null : { at, left })
    const made = createPlot(place.current, {
      series,
      span,
      top,
      format,
      bytes,
      group,
      stacked,
      markWords,
      marks: () => drawn.current,
      onCursor,
    })
    plot.current = made
    return () => {
      made.destroy()
      plot.current = null
    }
  }, [lines, span, top, format, bytes, group, stacked, markWords])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the values come with their times, and a new plot wants them anew
  useEffect(() => {
    const draw = () => {
      if (document.hidden) return
      drawn.current = marks
      const values = stacked ? stack(series) : series.map(({ values }) => [...values])
      plot.current?.setData([[...times], ...values])
    }
    draw()
    document.addEventListener('visibilitychange', draw)
    return () => document.removeEventListener('visibilitychange', draw)
  }, [times, marks, lines, span, top, format, bytes, group, stacked, markWords])

  // biome-ignore lint/correctness/useExhaustiveDependencies: so it does when the plot is a new one
  useEffect(() => {
    const at = series.findIndex(({ key }) => key === focus)
    plot.current?.setSeries(at < 0 ? null : at + 1, { focus: at >= 0 })
  }, [focus, lines, span, top, format, bytes, group, stacked, markWords])

  const last = times.length - 1
  const at = Math.min(moment?.at ?? last, last)
  const look = (wanted: number) => {
    const made = plot.current
    const time = times[Math.max(0, Math.min(last, wanted))]
    if (made && time !== undefined) pointAll(group, made.valToPos(time, 'x'))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, at, last)
    if (event.key === 'Escape') leave()
    if (to === undefined) return
    event.preventDefault()
    look(to)
  }
  const leave = () => pointAll(group, -10)
  const readings = last < 0 ? [] : readingsAt(series, at)
  const time = times[at]
  const happened = time === undefined ? [] : marksAt(marks, time, NEAR).map(({ label }) => label)
  return (
    <div className={styles.chart}>
      <div
        ref={place}
        className={styles.plot}
        role="slider"
        tabIndex={0}
        aria-label={`${label}, moment`}
        aria-describedby={summary}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={
          time === undefined
            ? 'nothing yet'
            : [
                clockText(time * 1_000),
                ...readings.map(({ label, value }) => `${label} ${format(value)}`),
                ...happened,
              ].join(', ')
        }
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <p id={summary} className="visually-hidden">
        {label}: {summaryText(series, format)}
      </p>
      {moment && time !== undefined && (
        <Readout
          time={clockText(time * 1_000)}
          readings={readings}
          happened={happened}
          format={format}
          left={moment.left}
          width={place.current?.clientWidth ?? 0}
        />
      )}
    </div>
  )
}

/** Puts the cursor of every chart of a group at a place, in pixels; a negative one takes it away. */
function pointAll(group: string, left: number): void {
  for (const plot of uPlot.sync(group).plots) plot.setCursor({ left, top: left < 0 ? left : 0 })
}

/** Where a key leads to on a chart; undefined when it leads nowhere. */
function target(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return at - 1
    case 'ArrowRight':
      return at + 1
    case 'PageUp':
      return at - PAGE
    case 'PageDown':
      return at + PAGE
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
