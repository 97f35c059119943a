import type { Replay, RequestRecord } from '../../contract/requests.ts'
import { type Cell, packCell, type Traffic, type TrafficSummary } from '../../contract/traffic.ts'

/** What a second of one instance looks like, by its number and the second's. */
type CellOf = (index: number, at: number) => Partial<Cell>

/** A cell with what most of them have. */
export function cell(changes: Partial<Cell> = {}): Cell {
  return {
    requests: 0,
    classes: [changes.requests ?? 0, 0, 0, 0],
    bytesIn: 0,
    bytesOut: (changes.requests ?? 0) * 420,
    retries: 0,
    duration: changes.requests === 0 ? null : { p50: 3, p95: 12, p99: 30 },
    upstreamLatency: changes.requests === 0 ? null : { p50: 2, p95: 9, p99: 24 },
    inFlight: 1,
    ...changes,
  }
}

/** The figures of some seconds, made of the figures of one. */
export function summary(changes: Partial<TrafficSummary> = {}): TrafficSummary {
  const requests = changes.requests ?? 600
  return { ...cell({ requests }), rate: requests / 60, share: 1, ...changes }
}

/** A report of so many seconds of so many instances, which end with the second before `now`. */
export function report(now: number, seconds: number, instances: number, cellOf: CellOf): Traffic {
  const end = Math.floor(now / 1_000) * 1_000
  const indices = Array.from({ length: instances }, (_, at) => at + 1)
  const moments = Array.from({ length: seconds }, (_, at) => end - (seconds - at) * 1_000)
  const upstreams = indices.map((index) => ({ name: `demo-app-${index}`, index }))
  return {
    at: now,
    source: 'reading',
    sampled: 1,
    gap: false,
    upstreams,
    seconds: moments.map((at) => {
      const cells = indices.map((index) => cell(cellOf(index, at)))
      return {
        at,
        total: packCell(sumOf(cells)),
        upstreams: cells.map((one, place): [number, (number | null)[]] => [place, packCell(one)]),
      }
    }),
    summary: {
      from: end - 60_000,
      to: end,
      total: summary({ requests: instances * 600 }),
      upstreams: upstreams.map((upstream) => ({
        ...upstream,
        ...summary({ requests: 600, share: 1 / instances }),
      })),
    },
  }
}

/** The record of a request. */
export function record(id: number, changes: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id,
    at: 1_767_268_800_000 + id * 10,
    method: 'GET',
    host: 'localhost:8080',
    uri: `/api/items/${id}`,
    status: 200,
    duration: 3.2,
    upstream: 'demo-app-1:3000',
    index: 1,
    upstreamLatency: 2.6,
    retries: 0,
    bytesIn: 0,
    bytesOut: 420,
    protocol: 'HTTP/1.1',
    client: '172.18.0.1',
    requestId: `0f3c-${id}`,
    requestHeaders: { accept: 'application/json', 'user-agent': 'curl/8.5.0' },
    responseHeaders: { 'content-type': 'application/json' },
    ...changes,
  }
}

/** Answers to a replay: each instance's body as JSON. */
export function replayOf(bodies: readonly object[]): Replay {
  const texts = bodies.map((body) => JSON.stringify(body))
  return {
    answers: texts.map((text, at) => ({
      name: `demo-app-${at + 1}`,
      index: at + 1,
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { kind: 'text', text, truncated: false, formatted: false },
      bytes: text.length,
      took: 2.1 + at,
      error: null,
    })),
    differs: { status: false, headers: [], body: new Set(texts).size > 1, lines: [] },
  }
}

function sumOf(cells: readonly Cell[]): Cell {
  const sum = (value: (cell: Cell) => number) => cells.reduce((all, one) => all + value(one), 0)
  return cell({
    requests: sum(({ requests }) => requests),
    classes: [
      sum(({ classes }) => classes[0]),
      sum(({ classes }) => classes[1]),
      sum(({ classes }) => classes[2]),
      sum(({ classes }) => classes[3]),
    ],
    bytesOut: sum(({ bytesOut }) => bytesOut),
    retries: sum(({ retries }) => retries),
    inFlight: sum(({ inFlight }) => inFlight ?? 0),
  })
}
