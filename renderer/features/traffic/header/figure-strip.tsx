import type { Second, TrafficSummary } from '../../../../contract/traffic.ts'
import { countText, latencyText, rateText, shareText } from '../words.ts'
import styles from './figure-strip.module.css'

interface FigureStripProps {
  /** Requests a second, now. */
  readonly rate: number
  /** Of the chosen time. */
  readonly total: TrafficSummary
  /** "1 min" */
  readonly time: string
  readonly last: Second | undefined
}

/** The traffic in a few figures. */
export function FigureStrip({ rate, total, time, last }: FigureStripProps) {
  const { requests, classes, duration, upstreamLatency, retries } = total
  const [, , refused, failed] = classes
  const inFlight = last?.total.inFlight ?? total.inFlight
  const latency = (value: number | undefined) => (value === undefined ? '–' : latencyText(value))
  const own = (value: number | undefined) => (value === undefined ? '' : `${latencyText(value)} in the app`)
  return (
    <dl className={styles.strip} aria-label="Traffic in figures">
      <Figure name="Requests/s" value={rateText(rate)} more={`${countText(requests)} in ${time}`} />
      <Figure name="p50" value={latency(duration?.p50)} more={own(upstreamLatency?.p50)} />
      <Figure name="p95" value={latency(duration?.p95)} more={own(upstreamLatency?.p95)} />
      <Figure name="p99" value={latency(duration?.p99)} more={own(upstreamLatency?.p99)} />
      <Figure
        name="Errors"
        value={countText(failed)}
        tone={failed > 0 ? 'bad' : undefined}
        more={`${shareText(requests === 0 ? 0 : failed / requests)}, ${countText(refused)} refused`}
      />
      <Figure name="In flight" value={inFlight === null ? '–' : countText(inFlight)} more="now" />
      <Figure
        name="Retries"
        value={countText(retries)}
        tone={retries > 0 ? 'warn' : undefined}
        more={`in ${time}`}
      />
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly more: string
  readonly tone?: 'warn' | 'bad' | undefined
}

function Figure({ name, value, more, tone }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={styles.value} data-tone={tone}>
        {value}
      </dd>
      <dd className={styles.more}>{more}</dd>
    </div>
  )
}
