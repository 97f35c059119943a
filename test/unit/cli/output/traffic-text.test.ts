import { expect, test } from 'vitest'
import { paintFor } from '../../../../cli/output/paint.ts'
import { requestLine } from '../../../../cli/output/request-line.ts'
import { trafficText } from '../../../../cli/output/traffic-text.ts'
import type { RequestRecord } from '../../../../contract/requests.ts'
import type { Traffic, TrafficSummary } from '../../../../contract/traffic.ts'
import { NOON } from '../../../support/scripted-engine.ts'

const plain = paintFor(process.stdout, { NO_COLOR: '1' })

const NOTHING: TrafficSummary = {
  requests: 0,
  classes: [0, 0, 0, 0],
  bytesIn: 0,
  bytesOut: 0,
  retries: 0,
  duration: null,
  upstreamLatency: null,
  inFlight: null,
  rate: 0,
  share: 0,
}

const BUSY: TrafficSummary = {
  requests: 12_345,
  classes: [12_000, 0, 300, 45],
  bytesIn: 812,
  bytesOut: 3_456_000,
  retries: 2,
  duration: { p50: 3.46, p95: 38.2, p99: 1_716 },
  upstreamLatency: { p50: 3, p95: 37.1, p99: 1_700 },
  inFlight: 4,
  rate: 205.75,
  share: 1,
}

function traffic(
  changes: Partial<Traffic>,
  upstreams: Traffic['summary']['upstreams'],
  total = NOTHING,
): Traffic {
  return {
    at: NOON,
    source: 'reading',
    sampled: 1,
    gap: false,
    upstreams: [],
    seconds: [],
    summary: { from: NOON - 60_000, to: NOON, total, upstreams },
    ...changes,
  }
}

test('traffic prints as a table with a row for everybody who answered', () => {
  const upstreams = [
    { name: 'demo-app-1', index: 1, ...BUSY },
    { name: 'demo-app-2', index: 2, ...NOTHING, inFlight: 0 },
    {
      name: '',
      index: null,
      ...NOTHING,
      requests: 1,
      classes: [0, 0, 1, 0] as const,
      rate: 1 / 60,
      share: 0.0001,
    },
  ] as Traffic['summary']['upstreams']
  expect(trafficText(traffic({}, upstreams, BUSY), plain)).toMatchInlineSnapshot(`
    "12,345 requests in the last 60 s, 206 a second

    INSTANCE    REQ/S  SHARE     2XX  3XX  4XX  5XX     P50    P95       P99  APP P95  RECEIVED    SENT  RETRIES  IN FLIGHT
    demo-app-1    206   100%  12,000    -  300   45  3.5 ms  38 ms  1,716 ms    37 ms     812 B  3.5 MB        2          4
    demo-app-2      0     0%       -    -    -    -       -      -         -        -       0 B     0 B        -          0
    caddy        <0.1     0%       -    -    1    -       -      -         -        -       0 B     0 B        -          -
    all           206   100%  12,000    -  300   45  3.5 ms  38 ms  1,716 ms    37 ms     812 B  3.5 MB        2          4"
  `)
})

test('what keeps requests from being counted is told', () => {
  const text = trafficText(traffic({ source: 'no-caddy', sampled: 4, gap: true }, []), plain)
  expect(text).toMatchInlineSnapshot(`
    "No request in the last 60 s
    Caddy does not run: nothing is counted.
    Too many to read them all: at times one in 4 was counted for all.
    Caddy rotated its log before it was read: some requests are missing."
  `)
})

const REQUEST: RequestRecord = {
  id: 1,
  at: new Date(2026, 0, 1, 12, 0, 1, 23).getTime(),
  method: 'GET',
  host: 'localhost:8080',
  uri: '/shop?q=1',
  status: 200,
  duration: 12.4,
  upstream: 'demo-app-2',
  index: 2,
  upstreamLatency: 3.21,
  retries: 0,
  bytesIn: 0,
  bytesOut: 10,
  protocol: 'HTTP/1.1',
  client: '172.18.0.1',
  requestId: null,
  requestHeaders: {},
  responseHeaders: {},
}

test('a request prints as a line, and obeys nothing that is in it', () => {
  const lines = [
    REQUEST,
    { ...REQUEST, status: 502, retries: 2, upstreamLatency: null },
    { ...REQUEST, status: 0, uri: '/\u001b[2J\u009b', upstream: '', index: null, upstreamLatency: null },
  ].map((request) => requestLine(request, plain))
  expect(lines).toEqual([
    '12:00:01.023  200  GET /shop?q=1  12 ms (app 3.2 ms)  demo-app-2',
    '12:00:01.023  502  GET /shop?q=1  12 ms  demo-app-2  2 retries',
    '12:00:01.023    0  GET /?[2J?  12 ms  caddy',
  ])
})
