import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everySecond } from '../../../../engine/stats/every-second.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

const nothing = new Promise<void>(() => {})

test('it ends with the signal and throws what the guard throws, without waiting for the second', async () => {
  const abort = new AbortController()
  const ending = everySecond(abort.signal, nothing).next()
  abort.abort()
  expect(await ending).toEqual({ done: true, value: undefined })
  const failing = everySecond(new AbortController().signal, Promise.reject(new Error('gone')))
  await expect(failing.next()).rejects.toThrow('gone')
})
