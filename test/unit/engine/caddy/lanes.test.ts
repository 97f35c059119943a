import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Lanes } from '../../../../engine/caddy/lanes.ts'

/** Work that ends when it is told to, and counts how much of it runs side by side. */
function makeWork() {
  const running = new Set<string>()
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    running.add(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    running.delete(name)
    return name
  }
  return { running, work, end: (name: string) => ends.get(name)?.() }
}

describe('Lanes', () => {
  it('runs quick work in one lane, in the order it came', async () => {
    const lanes = new Lanes(3, 10_000)
    const { running, work, end } = makeWork()
    const results = ['a', 'b', 'c'].map((name) => lanes.run(work(name)))
    const seen: string[][] = []
    for (const name of ['a', 'b', 'c']) {
      seen.push([...running])
      end(name)
      await sleep(0)
    }
    expect(seen).toEqual([['a'], ['b'], ['c']])
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c'])
  })

  it('opens another lane for work that waits because what is before it hangs, and no more than its limit', async () => {
    const lanes = new Lanes(2, 5)
    const { running, work, end } = makeWork()
    const results = ['a', 'b', 'c'].map((name) => lanes.run(work(name)))
    await sleep(60)
    expect([...running]).toEqual(['a', 'b'])
    end('b')
    await sleep(0)
    expect([...running]).toEqual(['a', 'c'])
    end('a')
    end('c')
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c'])
  })

  it('goes on after work that failed, and lets waiting work be aborted', async () => {
    const lanes = new Lanes(1)
    const abort = new AbortController()
    const failed = lanes.run(() => sleep(5).then(() => Promise.reject(new Error('broken'))))
    const aborted = lanes.run(async () => 'never', abort.signal)
    const next = lanes.run(async () => 'next')
    abort.abort(new Error('not wanted any more'))
    expect(await Promise.allSettled([failed, aborted, next])).toEqual([
      { status: 'rejected', reason: new Error('broken') },
      { status: 'rejected', reason: new Error('not wanted any more') },
      { status: 'fulfilled', value: 'next' },
    ])
  })
})
