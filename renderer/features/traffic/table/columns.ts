import type { TrafficSummary } from '../../../../contract/traffic.ts'
import { bytesText } from '../../../lib/format.ts'
import { countText, latencyText, rateText, shareText } from '../words.ts'

export type ColumnKey =
  | 'rate'
  | 'share'
  | '2xx'
  | '3xx'
  | '4xx'
  | '5xx'
  | 'p50'
  | 'p95'
  | 'p99'
  | 'upstream'
  | 'bytes'
  | 'retries'
  | 'inFlight'

export interface Column {
  readonly key: ColumnKey
  readonly label: string
  /** What it means, where the label is short for it. */
  readonly about: string
  /** Null where nothing is known. */
  readonly value: (figures: TrafficSummary) => number | null
  readonly text: (value: number) => string
  /** Whether a count in it is something to look into. */
  readonly tone?: 'warn' | 'bad'
}

/** What is told of an instance, beside its name, in the order of the table. */
export const COLUMNS: readonly Column[] = [
  { key: 'rate', label: 'Req/s', about: 'Requests a second', value: ({ rate }) => rate, text: rateText },
  { key: 'share', label: 'Share', about: 'Of all requests', value: ({ share }) => share, text: shareText },
  { key: '2xx', label: '2xx', about: 'Answered', value: ({ classes }) => classes[0], text: countText },
  { key: '3xx', label: '3xx', about: 'Led elsewhere', value: ({ classes }) => classes[1], text: countText },
  {
    key: '4xx',
    label: '4xx',
    about: 'Refused',
    value: ({ classes }) => classes[2],
    text: countText,
    tone: 'warn',
  },
  {
    key: '5xx',
    label: '5xx',
    about: 'Failed',
    value: ({ classes }) => classes[3],
    text: countText,
    tone: 'bad',
  },
  {
    key: 'p50',
    label: 'p50',
    about: 'Half of the requests took no longer',
    value: ({ duration }) => duration?.p50 ?? null,
    text: latencyText,
  },
  {
    key: 'p95',
    label: 'p95',
    about: '95 % of the requests took no longer',
    value: ({ duration }) => duration?.p95 ?? null,
    text: latencyText,
  },
  {
    key: 'p99',
    label: 'p99',
    about: '99 % of the requests took no longer',
    value: ({ duration }) => duration?.p99 ?? null,
    text: latencyText,
  },
  {
    key: 'upstream',
    label: 'App p95',
    about: 'Of the time that the instance itself took, 95 %',
    value: ({ upstreamLatency }) => upstreamLatency?.p95 ?? null,
    text: latencyText,
  },
  {
    key: 'bytes',
    label: 'Bytes',
    about: 'Sent in answers',
    value: ({ bytesOut }) => bytesOut,
    text: bytesText,
  },
  {
    key: 'retries',
    label: 'Retries',
    about: 'Tried on another instance first',
    value: ({ retries }) => retries,
    text: countText,
    tone: 'warn',
  },
  {
    key: 'inFlight',
    label: 'In flight',
    about: 'Not answered yet',
    value: ({ inFlight }) => inFlight,
    text: countText,
  },
]
