import { durationText } from '../../contract/access-entry.ts'
import type { RequestRecord } from '../../contract/requests.ts'
import type { Paint, Painter } from './paint.ts'

/** What a terminal would obey rather than show. */
const CONTROL = /\p{Cc}/gu

/** A request as a line: `12:00:01.123  200  GET /api/health  12 ms  demo-app-2`. The time is local. */
export function requestLine(request: RequestRecord, paint: Paint): string {
  const { at, status, method, uri, duration, upstream, retries, upstreamLatency } = request
  const latency = upstreamLatency === null ? '' : ` (app ${durationText(upstreamLatency / 1000)})`
  const parts = [
    paint.dim(timeText(at)),
    statusColour(status, paint)(String(status).padStart(3)),
    `${method} ${uri}`.replace(CONTROL, '?'),
    `${durationText(duration / 1000)}${paint.dim(latency)}`,
    upstream === '' ? paint.dim('caddy') : upstream,
    ...(retries > 0 ? [paint.yellow(`${retries} ${retries === 1 ? 'retry' : 'retries'}`)] : []),
  ]
  return parts.join('  ')
}

function timeText(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const milliseconds = String(date.getMilliseconds()).padStart(3, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${milliseconds}`
}

function statusColour(status: number, paint: Paint): Painter {
  if (status < 100 || status >= 500) return paint.red
  if (status >= 400) return paint.yellow
  return status >= 300 ? paint.cyan : paint.green
}
