import { useMemo } from 'react'
import type { Snapshot } from '../../../contract/models.ts'
import { marksOf } from '../../model/marks.ts'
import { courseOf, rateNow } from '../../model/traffic.ts'
import { usePick } from '../../store/store.ts'
import type { TrafficReport } from '../../store/traffic.ts'
import { Charts } from './charts/charts.tsx'
import { FigureStrip } from './header/figure-strip.tsx'
import { Notices } from './header/notices.tsx'
import { Requests } from './requests/requests.tsx'
import { useTraffic } from './state.ts'
import { TrafficTable } from './table/traffic-table.tsx'
import styles from './traffic.module.css'

interface BoardProps {
  readonly snapshot: Snapshot
  readonly traffic: TrafficReport
  /** What is shown is what was seen last. */
  readonly stale: boolean
}

/** Figures, charts, the table of instances and the list of requests. */
export function Board({ snapshot, traffic, stale }: BoardProps) {
  const { seconds, timeline, run } = usePick(({ trafficSeconds, timeline, run }) => ({
    seconds: trafficSeconds,
    timeline,
    run,
  }))
  const window = useTraffic(({ window }) => window)
  const { total, upstreams, to } = traffic.summary
  const last = Math.max(0, to - 1_000)
  const course = useMemo(() => courseOf(seconds, last, window), [seconds, last, window])
  const marks = useMemo(
    () => marksOf(timeline ?? [], run, last / 1_000 - window),
    [timeline, run, last, window],
  )
  const instances = upstreams.flatMap(({ index }) => (index === null ? [] : [index]))
  return (
    <div className={`${styles.board} ${stale ? styles.stale : ''}`}>
      <Notices traffic={traffic} />
      <FigureStrip
        rate={rateNow(seconds, last)}
        total={total}
        time={`${window / 60} min`}
        last={seconds.findLast(({ at }) => at === last)}
      />
      <Charts course={course} marks={marks} />
      <TrafficTable served={upstreams} total={total} />
      <Requests directory={snapshot.directory} url={snapshot.url} instances={instances} />
    </div>
  )
}
