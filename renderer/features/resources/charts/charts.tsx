import { Chart } from '../../../components/chart/chart.tsx'
import type { ChartSeries } from '../../../components/chart/series.ts'
import { bytesText, percentText } from '../../../lib/format.ts'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { KEPT, type UsageCourse } from '../../../model/usage-history.ts'
import { useShoal } from '../../../store/store.ts'
import styles from './charts.module.css'

interface ChartsProps {
  readonly rows: readonly ResourceRow[]
  /** The container that stands out. */
  readonly focus: string | null
}

/** The least that the top of a chart stands for, so that idling looks idle: per cent, and bytes. */
const CPU_TOP = 20
const MEMORY_TOP = 64 * 1024 ** 2

const MINUTES = KEPT / 60

/** CPU and memory of each container in the last minutes, under one cursor. */
export function Charts({ rows, focus }: ChartsProps) {
  const { times, courses } = useShoal(({ usageHistory }) => usageHistory)
  const lines = (values: (course: UsageCourse) => UsageCourse['cpu']): readonly ChartSeries[] =>
    rows.flatMap(({ name, short, color, service }) => {
      const course = courses[name]
      return course ? [{ key: name, label: short, color, dashed: service, values: values(course) }] : []
    })
  const shared = { times, span: KEPT, group: 'resources', focus }
  return (
    <section className={styles.charts} aria-label="Course">
      <figure className={styles.figure}>
        <figcaption className={styles.caption}>
          <h2>CPU</h2> % of each container’s limit, last {MINUTES} min
        </figcaption>
        <div className={styles.plot}>
          <Chart
            {...shared}
            label="CPU"
            series={lines(({ cpu }) => cpu)}
            top={CPU_TOP}
            format={percentText}
          />
        </div>
      </figure>
      <figure className={styles.figure}>
        <figcaption className={styles.caption}>
          <h2>Memory</h2> last {MINUTES} min
        </figcaption>
        <div className={styles.plot}>
          <Chart
            {...shared}
            label="Memory"
            series={lines(({ memory }) => memory)}
            top={MEMORY_TOP}
            format={bytesText}
            bytes
          />
        </div>
      </figure>
    </section>
  )
}
