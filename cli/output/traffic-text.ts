import type { Percentiles, Traffic, TrafficSummary } from '../../contract/traffic.ts'
import { formatBytes } from './bytes.ts'
import type { Paint, Painter } from './paint.ts'
import { type Cell, table } from './table.ts'

const TITLES = [
  'INSTANCE',
  'REQ/S',
  'SHARE',
  '2XX',
  '3XX',
  '4XX',
  '5XX',
  'P50',
  'P95',
  'P99',
  'APP P95',
  'RECEIVED',
  'SENT',
  'RETRIES',
  'IN FLIGHT',
]

/** The traffic of a window for people: a row per instance, Caddy's own answers, and all together. */
export function trafficText(item: Traffic, paint: Paint): string {
  const { summary } = item
  const seconds = (summary.to - summary.from) / 1000
  const { requests, rate } = summary.total
  const head =
    requests === 0
      ? `No request in the last ${seconds} s`
      : `${paint.bold(`${count(requests)} ${requests === 1 ? 'request' : 'requests'}`)} in the last ${seconds} s, ${rateText(rate)} a second`
  const shown = summary.upstreams.filter(({ index, requests }) => index !== null || requests > 0)
  const rows = shown.map((upstream) => row(upstream.name || 'caddy', upstream, paint))
  const all = shown.length > 1 ? [row('all', summary.total, paint, paint.bold)] : []
  const titles = TITLES.map((text, column) => ({ text, paint: paint.dim, right: column > 0 }))
  return [
    [head, ...remarks(item).map((remark) => paint.yellow(remark))].join('\n'),
    ...(shown.length > 0 ? [table([titles, ...rows, ...all]).join('\n')] : []),
  ].join('\n\n')
}

function remarks({ source, sampled, gap }: Traffic): string[] {
  return [
    ...(source === 'no-caddy' ? ['Caddy does not run: nothing is counted.'] : []),
    ...(source === 'no-log'
      ? ['The Caddyfile writes no access log as JSON to /var/log/caddy/access.log: nothing is counted.']
      : []),
    ...(sampled > 1 ? [`Too many to read them all: at times one in ${sampled} was counted for all.`] : []),
    ...(gap ? ['Caddy rotated its log before it was read: some requests are missing.'] : []),
  ]
}

function row(name: string, cell: TrafficSummary, paint: Paint, look?: Painter): Cell[] {
  const { classes, duration, upstreamLatency } = cell
  const right = (text: string, painter?: Painter): Cell => ({ text, right: true, paint: painter ?? look })
  const counted = (value: number, painter: Painter) =>
    right(value === 0 ? '-' : count(value), value === 0 ? paint.dim : painter)
  return [
    { text: name, paint: look },
    right(rateText(cell.rate)),
    right(`${Math.round(cell.share * 100)}%`),
    counted(classes[0], look ?? String),
    counted(classes[1], look ?? String),
    counted(classes[2], paint.yellow),
    counted(classes[3], paint.red),
    ...(['p50', 'p95', 'p99'] as const).map((which) => right(time(duration, which))),
    right(time(upstreamLatency, 'p95')),
    right(formatBytes(cell.bytesIn)),
    right(formatBytes(cell.bytesOut)),
    counted(cell.retries, paint.yellow),
    right(cell.inFlight === null ? '-' : count(cell.inFlight)),
  ]
}

function time(of: Percentiles | null, which: keyof Percentiles): string {
  if (!of) return '-'
  const value = of[which]
  return `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ms`
}

function rateText(rate: number): string {
  if (rate > 0 && rate < 0.05) return '<0.1'
  return rate > 0 && rate < 9.95 ? rate.toFixed(1) : count(Math.round(rate))
}

function count(value: number): string {
  return value.toLocaleString('en')
}
