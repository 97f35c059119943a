import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Bell } from '../../../../engine/commands/bell.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const never = new AbortController().signal

/** Whether a wait has ended. */
function watched(wait: Promise<void>) {
  const state = { over: false }
  void wait.then(() => {
    state.over = true
  })
  return state
}

test('it waits its time out', async () => {
  const wait = watched(new Bell(never).wait(10, 100))
  await vi.advanceTimersByTimeAsync(99)
  expect(wait.over).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(wait.over).toBe(true)
})

test('ringing ends it, but not sooner than the shortest time, and what rang before counts', async () => {
  const bell = new Bell(never)
  bell.ring()
  const wait = watched(bell.wait(10, 100))
  await vi.advanceTimersByTimeAsync(9)
  expect(wait.over).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(wait.over).toBe(true)
  const later = watched(bell.wait(10, 100))
  await vi.advanceTimersByTimeAsync(50)
  bell.ring()
  await vi.advanceTimersByTimeAsync(0)
  expect(later.over).toBe(true)
})

test('the signal ends it at once, and a failure is thrown at once', async () => {
  const stop = new AbortController()
  const wait = new Bell(stop.signal).wait(10, 100)
  stop.abort()
  await wait
  const bell = new Bell(never)
  const failing = bell.wait(10, 100)
  bell.fail(new Error('gone'))
  await expect(failing).rejects.toThrow('gone')
  await expect(bell.wait(10, 100)).rejects.toThrow('gone')
})
