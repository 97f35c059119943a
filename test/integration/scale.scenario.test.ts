import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { answers, underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack.dispose())

const inRotation = async () =>
  (await stack.status()).instances.filter(({ inRotation }) => inRotation).map(({ index }) => index)

/** Scales, and checks that every instance wanted takes traffic when the command returns, and no other. */
async function scaleTo(count: number): Promise<void> {
  await stack.mustShoal('scale', String(count))
  expect(await inRotation()).toEqual(Array.from({ length: count }, (_, position) => position + 1))
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

test('requests that take 3 s are answered by the instance that leaves meanwhile', async () => {
  await scaleTo(2)
  const leaving = stack.container('app-2')
  const slow = Array.from({ length: 8 }, () => fetch(`${stack.url}/api/slow?ms=3000`))
  await waitFor(async () => (await stack.status()).instances.find(({ index }) => index === 2)?.inFlight)
  await stack.mustShoal('scale', '1')
  const answered = await Promise.all(
    slow.map(async (request) => {
      const response = await request
      await response.arrayBuffer()
      return { status: response.status, by: response.headers.get('x-served-by') }
    }),
  )
  expect(answered.map(({ status }) => status)).toEqual(slow.map(() => 200))
  expect(answered.map(({ by }) => by)).toContain(leaving)
})

test('requests in flight for 3 s are not lost under load, whichever instance leaves', async () => {
  await scaleTo(4)
  const options = { paths: ['/api/slow?ms=3000', '/api/whoami', '/api/whoami', '/api/whoami'] }
  const { failures } = await underLoad(stack.url, () => scaleTo(1), { ...options, connections: 64 })
  expect(failures).toEqual([])
})
