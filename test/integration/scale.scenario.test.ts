import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { answers, underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

/** Scales, and checks that every instance wanted takes traffic when the command returns, and no other. */
async function scaleTo(count: number): Promise<void> {
  await stack.mustShoal('scale', String(count))
  const { instances } = await stack.status()
  const told = instances.map(({ index, inRotation, reason }) => `${index} ${inRotation ? 'serves' : reason}`)
  expect(told).toEqual(Array.from({ length: count }, (_, position) => `${position + 1} serves`))
}

test('scaling 3 -> 6 -> 2 loses no request, and new instances serve their share', async () => {
  const { failures } = await underLoad(stack.url, async (load) => {
    await scaleTo(6)
    load.resetShares()
    await answers(load, 600)
    expect(Object.keys(load.servedBy())).toHaveLength(6)
    await scaleTo(2)
    load.resetShares()
    await answers(load, 200)
    expect(Object.keys(load.servedBy())).toHaveLength(2)
  })
  expect(failures).toEqual([])
})

test('scaling 1 -> 3 -> 1 loses no request', async () => {
  await scaleTo(1)
  const { failures } = await underLoad(stack.url, async () => {
    await scaleTo(3)
    await scaleTo(1)
  })
  expect(failures).toEqual([])
})

test('slow requests are answered by the instance that leaves meanwhile', async () => {
  await scaleTo(2)
  const requests = Array.from({ length: 8 }, async () => {
    const response = await fetch(`${stack.url}/api/slow?ms=8000`)
    await response.arrayBuffer()
    return `${response.status} ${response.headers.get('x-served-by')}`
  })
  const inFlight = await waitFor(async () => {
    const counts = (await stack.status()).instances.map(({ inFlight }) => inFlight ?? 0)
    return counts.reduce((a, b) => a + b) === 8 && counts
  })
  await stack.mustShoal('scale', '1')
  const expected = inFlight.flatMap((count, position) =>
    Array.from({ length: count }, () => `200 ${stack.container(`app-${position + 1}`)}`),
  )
  expect((await Promise.all(requests)).sort()).toEqual(expected)
})

test('requests in flight for 3 s are not lost under load, whichever instance leaves', async () => {
  await scaleTo(4)
  const options = { paths: ['/api/slow?ms=3000', '/api/whoami', '/api/whoami', '/api/whoami'] }
  const { failures } = await underLoad(stack.url, () => scaleTo(1), { ...options, connections: 64 })
  expect(failures).toEqual([])
})
