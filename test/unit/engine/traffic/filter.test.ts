import { expect, test } from 'vitest'
import type { RequestFilter } from '../../../../contract/requests.ts'
import { readEntry } from '../../../../engine/traffic/entry.ts'
import { select } from '../../../../engine/traffic/filter.ts'
import type { KeptRequest } from '../../../../engine/traffic/request-ring.ts'
import { entry, type LineParts, line, NOON } from './lines.ts'

function kept(id: number, parts: LineParts): KeptRequest {
  const text = Buffer.from(line(parts)).toString('latin1')
  return { id, line: text, entry: readEntry(text) ?? entry() }
}

const indexOf = (name: string) => (name === 'demo-app-2' ? 2 : null)

const REQUESTS = [
  kept(0, { uri: '/shop?q=Grüße', duration: 0.7 }),
  kept(1, { status: 502, method: 'POST', headers: { 'X-Request-Id': ['abc'] } }),
  kept(2, { status: 404, added: {} }),
  kept(3, { status: 0, answer: { 'X-Request-Id': ['def'] } }),
  kept(4, { added: { retries: 0, upstream_ms: 2, upstream: 'demo-app-2:3000', uuid: 'ghi' } }),
]

function found(changes: Partial<RequestFilter>, wants = (_name: string) => true): number[] {
  const filter = { instances: [], ...changes }
  return REQUESTS.flatMap((request) => select(request, { filter, wants, indexOf })?.id ?? [])
}

test('requests are found by each of their marks, and by several at once', () => {
  expect([
    found({}),
    found({ path: 'Grüße' }),
    found({ method: 'post' }),
    found({ status: '404' }),
    found({ status: '5xx' }),
    found({ slowerThan: 500 }),
    found({ requestId: 'abc' }),
    found({ requestId: 'def' }),
    found({ requestId: 'ghi' }),
    found({}, (name) => name === ''),
    found({ status: '5xx', method: 'GET' }),
  ]).toEqual([[0, 1, 2, 3, 4], [0], [1], [2], [1, 3], [0], [1], [3], [4], [2], [3]])
})

test('a record has what is safe to show', () => {
  const request = kept(7, {
    uri: '/a?token=1',
    headers: {
      Cookie: ['session=1'],
      Authorization: ['Bearer 1'],
      'X-Api-Key': ['1'],
      'User-Agent': ['node'],
      Accept: ['text/html', 'text/plain'],
    },
    answer: { 'Set-Cookie': ['session=2'], 'Content-Type': ['text/html'], 'X-Secret': ['1'] },
    bytesRead: 5,
  })
  expect(select(request, { filter: { instances: [] }, wants: () => true, indexOf })).toEqual({
    id: 7,
    at: NOON * 1000,
    method: 'GET',
    host: 'localhost:8080',
    uri: '/a?token=1',
    status: 200,
    duration: 3,
    upstream: 'demo-app-2',
    index: 2,
    upstreamLatency: 2.5,
    retries: 0,
    bytesIn: 5,
    bytesOut: 328,
    protocol: 'HTTP/1.1',
    client: '172.18.0.1',
    requestId: null,
    requestHeaders: { 'user-agent': 'node', accept: 'text/html, text/plain' },
    responseHeaders: { 'content-type': 'text/html' },
  })
})
