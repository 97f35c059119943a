import type { ChartSeries } from '../../../components/chart/series.ts'
import type { TrafficCourse } from '../../../model/traffic.ts'
import { servedColor, servedName } from '../served.ts'

/** A line for each that served. Pure. */
export function requestSeries({ served }: TrafficCourse): readonly ChartSeries[] {
  return served.map(({ name, index, requests }) => ({
    key: name,
    label: servedName(index),
    color: servedColor(index),
    values: requests,
  }))
}

/** Three lines, told apart by their dashes as well. Pure. */
export function latencySeries({ latency }: TrafficCourse): readonly ChartSeries[] {
  return [
    { key: 'p99', label: 'p99', color: 'var(--text-faint)', values: latency.p99, dashed: true },
    { key: 'p95', label: 'p95', color: 'var(--instance-3)', values: latency.p95 },
    { key: 'p50', label: 'p50', color: 'var(--accent)', values: latency.p50 },
  ]
}

/** What was refused, what failed, and what was tried again. Pure. */
export function errorSeries({ refused, failed, retries }: TrafficCourse): readonly ChartSeries[] {
  return [
    { key: '4xx', label: '4xx', color: 'var(--warn)', values: refused },
    { key: '5xx', label: '5xx', color: 'var(--bad)', values: failed },
    { key: 'retries', label: 'Retries', color: 'var(--text-soft)', values: retries, dashed: true },
  ]
}
