import { expect, test } from 'vitest'
import { durationText, parseAccessEntry, upstreamName } from '../../../contract/access-entry.ts'

const entry = {
  logger: 'http.log.access.log0',
  request: { method: 'GET', uri: '/' },
  status: 200,
  duration: 0.01,
  upstream: 'demo-app-2:3000',
}

test('an entry of the access log is read, and nothing else is', () => {
  expect(parseAccessEntry(JSON.stringify(entry))).toEqual(entry)
  const others = ['words', '{', '{"logger":"http.log.access"}', JSON.stringify({ ...entry, logger: 'tls' })]
  expect(others.map(parseAccessEntry)).toEqual([undefined, undefined, undefined, undefined])
})

test('short times keep a digit, and an upstream is named without its port', () => {
  expect([0.0034, 0.0094, 0.0096, 1.5].map(durationText)).toEqual(['3.4 ms', '9.4 ms', '10 ms', '1500 ms'])
  expect(upstreamName('demo-app-2:3000')).toBe('demo-app-2')
})
