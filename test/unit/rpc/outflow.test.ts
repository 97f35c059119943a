import { expect, test, vi } from 'vitest'
import { Outflow } from '../../../rpc/outflow.ts'

function source(results: IteratorResult<number, undefined>[]) {
  const next = vi.fn(async () => results.shift() ?? { done: true as const, value: undefined })
  const leave = vi.fn(async () => ({ done: true as const, value: undefined }))
  return { next, leave, [Symbol.asyncIterator]: () => ({ next, return: leave }) }
}

test('A source is pulled once for each item of credit, and not left again after its end', async () => {
  const items = source([
    { done: false, value: 1 },
    { done: false, value: 2 },
  ])
  const outflow = new Outflow()
  const sent: number[] = []
  const run = outflow.run<number>(items, (item) => sent.push(item), new AbortController().signal)
  expect(items.next).not.toHaveBeenCalled()
  outflow.grant(1)
  await vi.waitFor(() => expect(sent).toEqual([1]))
  expect(items.next).toHaveBeenCalledTimes(1)
  outflow.grant(2)
  await run
  expect(sent).toEqual([1, 2])
  expect(items.leave).not.toHaveBeenCalled()
})

test('A source is left when an item cannot be sent', async () => {
  const items = source([{ done: false, value: 1 }])
  const outflow = new Outflow()
  outflow.grant(1)
  const fault = new Error('too large')
  const send = () => {
    throw fault
  }
  await expect(outflow.run(items, send, new AbortController().signal)).rejects.toBe(fault)
  expect(items.leave).toHaveBeenCalledTimes(1)
})
