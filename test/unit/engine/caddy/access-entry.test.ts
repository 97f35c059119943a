import { expect, it } from 'vitest'
import { parseAccessEntry } from '../../../../engine/caddy/access-entry.ts'

const entry = (ts: string) => `{"level":"info","ts":${ts},"logger":"http.log.access.log0","status":200}`

it('stamps an entry with the moment that Caddy noted, in the form of Docker’s stamps', () => {
  const text = entry('1795417765.8025165')
  expect(parseAccessEntry(text)).toEqual({
    time: 1795417765802,
    stamp: '2026-11-23T07:09:25.802516500Z',
    stream: 'stdout',
    text,
  })
})

it('reads stamps with few digits, none, or more than nanoseconds', () => {
  const stamps = ['1795417765.5', '1795417765', '1795417765.12345678912'].map((ts) =>
    parseAccessEntry(entry(ts)),
  )
  expect(stamps.map(({ time, stamp }) => [time, stamp])).toEqual([
    [1795417765500, '2026-11-23T07:09:25.500000000Z'],
    [1795417765000, '2026-11-23T07:09:25.000000000Z'],
    [1795417765123, '2026-11-23T07:09:25.123456789Z'],
  ])
})

it('takes no stamp from what a client sent', () => {
  const text =
    '{"level":"info","msg":"handled request","request":{"method":"GET","host":"localhost","uri":"/?\\"ts\\":9,"}}'
  expect(parseAccessEntry(text).time).toBe(0)
})
