import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Shared } from '../../../../engine/commands/shared.ts'

/** A source that gives what the test sends, and counts how often it was started and stopped. */
function sourceOf() {
  const log: string[] = []
  let send: (item: number) => void = () => {}
  let fail: (error: Error) => void = () => {}
  async function* start(signal: AbortSignal): AsyncGenerator<number> {
    log.push('start')
    try {
      for (;;) {
        yield await new Promise<number>((resolve, reject) => {
          send = resolve
          fail = reject
          signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        })
      }
    } finally {
      log.push('stop')
    }
  }
  const settled = async <T>(act: () => T) => {
    act()
    await setImmediate()
  }
  return {
    log,
    start,
    send: (item: number) => settled(() => send(item)),
    fail: (error: Error) => settled(() => fail(error)),
  }
}
const never = new AbortController().signal

test('all who read share one source, which stops with the last of them', async () => {
  const { log, start, send } = sourceOf()
  const shared = new Shared<number>()
  const stop = new AbortController()
  const one = shared.read('a', start, never)
  const other = shared.read('a', start, stop.signal)
  const firsts = Promise.all([one.next(), other.next()])
  await setImmediate()
  await send(1)
  expect((await firsts).map(({ value }) => value)).toEqual([1, 1])
  const ending = other.next()
  stop.abort()
  expect([await ending, log]).toEqual([{ done: true, value: undefined }, ['start']])
  await one.return(undefined)
  await setImmediate()
  expect(log).toEqual(['start', 'stop'])
})

test('who comes later gets the newest at once; who is slow misses those in between', async () => {
  const { start, send } = sourceOf()
  const shared = new Shared<number>()
  const slow = shared.read('a', start, never)
  const first = slow.next()
  await setImmediate()
  for (const item of [1, 2, 3]) await send(item)
  expect((await first).value).toBe(1)
  const late = shared.read('a', start, never)
  expect([(await late.next()).value, (await slow.next()).value]).toEqual([3, 3])
})

test('what the source throws, all get; the next reader starts it again', async () => {
  const { log, start, fail } = sourceOf()
  const shared = new Shared<number>()
  const readers = [shared.read('a', start, never), shared.read('a', start, never)]
  const ends = Promise.allSettled(readers.map((reader) => reader.next()))
  await setImmediate()
  await fail(new Error('gone'))
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  void shared.read('a', start, never).next()
  await setImmediate()
  expect(log).toEqual(['start', 'stop', 'start'])
})

test('another engine is another source', async () => {
  const { log, start } = sourceOf()
  const shared = new Shared<number>()
  void shared.read('a', start, never).next()
  void shared.read('b', start, never).next()
  await setImmediate()
  expect(log).toEqual(['start', 'start'])
})
