import { durationText, parseAccessEntry, upstreamName } from '../../../../contract/access-entry.ts'
import { stripAnsi } from './ansi.ts'
import { PLAIN, type Span, type Tone } from './span.ts'

const INDEX = /-(\d+)$/

/**
 * An entry of Caddy's access log as `GET /api/whoami 200 3.4 ms → app-2`; undefined for any other text. Pure.
 * @param prefix what container names of the project begin with: `demo-`
 */
export function accessLine(text: string, prefix: string): Span[] | undefined {
  const entry = parseAccessEntry(text)
  if (!entry) return undefined
  const { request, status, duration, upstream } = entry
  const spans: Span[] = [
    { text: `${stripAnsi(request.method)} ${stripAnsi(request.uri)} `, look: PLAIN },
    { text: String(status), look: { tone: statusTone(status) } },
    { text: ` ${durationText(duration)}`, look: { tone: 'soft' } },
  ]
  if (!upstream) return spans
  const name = stripAnsi(upstreamName(upstream))
  const short = name.startsWith(prefix) ? name.slice(prefix.length) : name
  const index = INDEX.exec(short)?.[1]
  return [
    ...spans,
    { text: ' → ', look: { tone: 'faint' } },
    { text: short, look: { tone: index === undefined ? 'soft' : `instance-${Number(index)}` } },
  ]
}

function statusTone(status: number): Tone {
  if (status >= 500) return 'bad'
  if (status >= 400) return 'warn'
  return status >= 300 ? 'soft' : 'good'
}
