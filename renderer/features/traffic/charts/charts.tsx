import type { ReactNode } from 'react'
import { Chart } from '../../../components/chart/chart.tsx'
import type { Mark } from '../../../model/marks.ts'
import type { TrafficCourse } from '../../../model/traffic.ts'
import { latencyText, rateText } from '../words.ts'
import styles from './charts.module.css'
import { errorSeries, latencySeries, requestSeries } from './series.ts'

interface ChartsProps {
  readonly course: TrafficCourse
  readonly marks: readonly Mark[]
}

/** The least that the top of a chart stands for, so that quiet looks quiet: requests a second, milliseconds, answers a second. */
const RATE_TOP = 5
const LATENCY_TOP = 10
const ERROR_TOP = 2

/** Requests, their latency and their errors in the chosen time, under one cursor, with what was done to the stack meanwhile. */
export function Charts({ course, marks }: ChartsProps) {
  const shared = { times: course.times, span: course.times.length - 1, group: 'traffic', marks }
  return (
    <div className={styles.charts}>
      <Frame title="Requests per second" about="by instance">
        <Chart
          {...shared}
          label="Requests per second"
          series={requestSeries(course)}
          top={RATE_TOP}
          format={rateText}
          stacked
          markWords
        />
      </Frame>
      <Frame title="Latency" about="p50, p95, p99">
        <Chart
          {...shared}
          label="Latency"
          series={latencySeries(course)}
          top={LATENCY_TOP}
          format={latencyText}
        />
      </Frame>
      <Frame title="Errors" about="4xx, 5xx and retries per second">
        <Chart {...shared} label="Errors" series={errorSeries(course)} top={ERROR_TOP} format={rateText} />
      </Frame>
    </div>
  )
}

interface FrameProps {
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

function Frame({ title, about, children }: FrameProps) {
  return (
    <section className={styles.frame} aria-label={title}>
      <header className={styles.caption}>
        <h2>{title}</h2>
        <span>{about}</span>
      </header>
      <div className={styles.plot}>{children}</div>
    </section>
  )
}
