import { describe, expect, it } from 'vitest'
import { Hub } from '../../../../engine/commands/hub.ts'

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('Hub', () => {
  it('hands every item to everyone who listens at that moment, at their own pace', async () => {
    const hub = new Hub<number>()
    const stop = new AbortController()
    hub.emit(0)
    const early = hub.listen(stop.signal)
    hub.emit(1)
    const late = hub.listen(stop.signal)
    hub.emit(2)
    stop.abort()
    hub.emit(3)
    expect([await listOf(early), await listOf(late)]).toEqual([[1, 2], [2]])
  })

  it('wakes a reader that waits', async () => {
    const hub = new Hub<string>()
    const reader = hub.listen()[Symbol.asyncIterator]()
    const next = reader.next()
    hub.emit('now')
    expect(await next).toEqual({ done: false, value: 'now' })
  })

  it('ends for a reader that waits when the signal fires', async () => {
    const stop = new AbortController()
    const next = new Hub<string>().listen(stop.signal)[Symbol.asyncIterator]().next()
    stop.abort()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('ends for a reader that stopped, even while it waits', async () => {
    const reader = new Hub<string>().listen()[Symbol.asyncIterator]()
    const next = reader.next()
    await reader.return?.()
    expect([await next, await reader.next()]).toEqual(Array(2).fill({ done: true, value: undefined }))
  })

  it('has nothing for a listener whose signal fired before', async () => {
    const hub = new Hub<string>()
    const items = hub.listen(AbortSignal.abort())
    hub.emit('lost')
    expect(await listOf(items)).toEqual([])
  })
})
