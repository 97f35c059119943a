import { expect, test } from 'vitest'
import { Order } from '../../../../engine/logs/order.ts'

const add = (order: Order, text: string, time: number, stamp = `${time}`) =>
  order.add({ time, service: 'app', container: 'a', index: 1, stream: 'stdout', text }, stamp)
const texts = (order: Order, hold: number) => order.release(hold, performance.now()).map(({ text }) => text)

test('what has waited comes with everything that is earlier, in order; the rest waits', async () => {
  const order = new Order()
  add(order, 'second', 20)
  await new Promise((resolve) => setTimeout(resolve, 30))
  add(order, 'first', 10)
  add(order, 'third', 30)
  expect(texts(order, 25)).toEqual(['first', 'second'])
  expect(order.size).toBe(1)
  expect(texts(order, 25)).toEqual([])
  expect(texts(order, 0)).toEqual(['third'])
})

test('within one millisecond the stamp decides, and with one stamp the order of arrival', () => {
  const order = new Order()
  add(order, 'b', 1, '1.000002')
  add(order, 'c', 1, '1.000002')
  add(order, 'a', 1, '1.000001')
  expect(texts(order, 0)).toEqual(['a', 'b', 'c'])
})
