import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Counted, Traffic } from '../../../../engine/traffic/traffic.ts'
import { entry, line, NOON } from './lines.ts'

beforeEach(() => void vi.useFakeTimers({ now: NOON * 1000, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

test('whoever listens hears each request once, until they stop', () => {
  const traffic = new Traffic()
  const heard: Counted[] = []
  traffic.take([line()])
  const stop = traffic.listen((counted) => heard.push(...counted))
  traffic.take([line({ status: 500 }), 'no entry', line({ status: 404 })])
  stop()
  traffic.take([line()])
  expect(heard).toEqual([
    { entry: entry({ status: 500 }), weight: 1 },
    { entry: entry({ status: 404 }), weight: 1 },
  ])
})

test('it is up to date when an answer is complete that was begun after the question', async () => {
  const traffic = new Traffic()
  let done = false
  const waiting = traffic.upToDate().then(() => {
    done = true
  })
  for (const first of [true, false]) {
    traffic.caughtUp(first)
    await Promise.resolve().then(() => new Promise(setImmediate))
    expect(done).toBe(false)
  }
  traffic.caughtUp(false)
  await waiting
})

test('a log whose last line is old says nothing of the clock', () => {
  const traffic = new Traffic()
  traffic.take([line({ ts: NOON - 300 })])
  traffic.caughtUp(true)
  traffic.caughtUp(false)
  expect(traffic.now()).toBe(NOON * 1000)
})

test('a Caddy whose clock is elsewhere has a now of its own', () => {
  const of = (ts: number) => {
    const traffic = new Traffic()
    traffic.caughtUp(true)
    traffic.take([line({ ts })])
    traffic.caughtUp(false)
    return traffic.now() / 1000 - NOON
  }
  expect([of(NOON - 20), of(NOON + 20), of(NOON - 0.1)]).toEqual([-20, 20, 0])
})
