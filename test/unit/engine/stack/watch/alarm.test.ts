import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Alarm } from '../../../../../engine/stack/watch/alarm.ts'

const INTERVAL = 1_000
const SETTLE = 25
let stop: AbortController
let alarm: Alarm

beforeEach(() => {
  vi.useFakeTimers()
  stop = new AbortController()
  alarm = new Alarm(stop.signal)
  alarm.takeStale()
})
afterEach(() => {
  vi.useRealTimers()
})

/** How long a wait takes on the fake clock, when this happens while it waits. */
async function waitWhile(happens: () => void, after = 100): Promise<number> {
  const began = Date.now()
  let took = -1
  const waiting = alarm.wait(INTERVAL, SETTLE).then(() => {
    took = Date.now() - began
  })
  setTimeout(happens, after)
  await vi.advanceTimersByTimeAsync(10 * INTERVAL)
  await waiting
  return took
}

describe('Alarm', () => {
  it('is stale at first, and fresh once the list was taken', () => {
    const other = new Alarm(stop.signal)
    expect([other.takeStale(), other.takeStale()]).toEqual([true, false])
  })

  it('waits for the interval where nothing happens', async () => {
    expect(await waitWhile(() => {})).toBe(INTERVAL)
  })

  it('wakes when something happens, once the burst has settled', async () => {
    expect(await waitWhile(() => alarm.ring())).toBe(100 + SETTLE)
    expect(alarm.takeStale()).toBe(true)
  })

  it('remembers what happened before it waits', async () => {
    alarm.ring()
    expect(await waitWhile(() => {})).toBe(SETTLE)
  })

  it('wakes at once when Docker is lost, and does not wait any more', async () => {
    expect(await waitWhile(() => alarm.lose())).toBe(100)
    expect([alarm.lost, await waitWhile(() => {})]).toEqual([true, 0])
  })

  it('wakes at once when it is aborted, and does not wait any more', async () => {
    expect(await waitWhile(() => stop.abort())).toBe(100)
    expect(await waitWhile(() => {})).toBe(0)
  })

  it('leaves no timer behind', async () => {
    await waitWhile(() => alarm.ring())
    expect(vi.getTimerCount()).toBe(0)
  })
})
