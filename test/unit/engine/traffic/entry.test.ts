import { expect, test, vi } from 'vitest'
import { readEntry } from '../../../../engine/traffic/entry.ts'
import { entry, line, NOON } from './lines.ts'

/** What is read, and whether the line had to be parsed for it. */
function read(text: string) {
  const parse = vi.spyOn(JSON, 'parse')
  try {
    return { entry: readEntry(text), parsed: parse.mock.calls.length > 0 }
  } finally {
    parse.mockRestore()
  }
}

test('a line of Caddy is read without being parsed', () => {
  const text = line({ ts: NOON + 0.25, bytesRead: 12, duration: 0.0125, status: 404 })
  expect(read(text)).toEqual({
    entry: entry({ at: NOON * 1000 + 250, bytesIn: 12, duration: 12.5, status: 404 }),
    parsed: false,
  })
})

test('added fields are read in any order, and may be missing or empty', () => {
  const upstreams = [
    { upstream: 'demo-app-1:3000', upstream_ms: 1e-3, retries: 2 },
    { retries: null, upstream_ms: null, upstream: null },
    { upstream_ms: '', upstream: '' },
    { 'cache status': 'hit', upstream: 'demo-app-1:3000' },
    {},
  ].map((added) => {
    const { entry, parsed } = read(line({ added }))
    return [entry?.upstream, entry?.latency, entry?.retries, parsed]
  })
  expect(upstreams).toEqual([
    ['demo-app-1:3000', 0.001, 2, false],
    ['', undefined, 0, false],
    ['', undefined, 0, false],
    ['demo-app-1:3000', undefined, 0, false],
    ['', undefined, 0, false],
  ])
})

test('a duration in scientific notation is read', () => {
  expect(read(line().replace('"duration":0.003', '"duration":9.1e-07'))).toEqual({
    entry: entry({ duration: 9.1e-7 * 1000 }),
    parsed: false,
  })
})

const LOOK_ALIKES = [
  '},"bytes_read":9,"user_id":"","duration":9,"size":9,"status":999,"resp_headers":{"',
  '"},"retries":9,"upstream_ms":9,"upstream":"evil:1"}',
  ',"upstream":"evil:1"}',
  '}',
  '{"level":"info","ts":1,"logger":"http.log.access',
  '\\"},"bytes_read":9,"user_id":"","duration":9,"size":9,"status":999,"resp_headers":{',
  '\u2028"\u0000\t},"status":999',
]

test.each(LOOK_ALIKES)(
  'what looks like a field is none within an address, a header or a user: %j',
  (text) => {
    const hostile = line({
      method: 'GET',
      uri: `/${text}`,
      headers: { 'X-A': [text, `${text}${text}`], [text]: [text] },
      user: text,
      answer: { Location: [text], [text]: [text] },
    })
    expect(readEntry(hostile)).toEqual(entry())
  },
)

test.each(LOOK_ALIKES)('nor within a field that a Caddyfile adds: %j', (text) => {
  const added = {
    note: text,
    upstream: 'demo-app-2:3000',
    more: text,
    retries: 0,
    upstream_ms: 2.5,
    last: text,
  }
  expect(readEntry(line({ added }))).toEqual(entry())
})

test('how long a WebSocket or an event stream was open says nothing of how fast answers are', () => {
  const stream = { 'Content-Type': ['text/event-stream; charset=utf-8'] }
  const note = { 'X-Note': ['text/event-stream'] }
  const timed = [
    line({ status: 101, duration: 60 }),
    line({ duration: 60, answer: stream }),
    line({ duration: 60, answer: note }),
    line({ duration: 60 }),
  ].map((text) => readEntry(text)?.timed)
  expect(timed).toEqual([false, false, true, true])
})

test('a time in words is read', () => {
  expect(readEntry(line().replace(`"ts":${NOON}`, '"ts":"2026-01-01T12:00:00.5Z"'))).toEqual(
    entry({ at: NOON * 1000 + 500 }),
  )
})

test('any other text is no entry', () => {
  const others = [
    '',
    'GET / 200',
    line().slice(0, -1),
    line().slice(40),
    line().replace('http.log.access.log0', 'http.log.error'),
    line().replace('"status":200', '"status":"200"'),
    '{"logger":"http.log.access","request":null}',
    'null',
  ]
  expect(others.map((text) => readEntry(text))).toEqual(others.map(() => undefined))
})
