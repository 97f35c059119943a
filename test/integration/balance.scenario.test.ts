import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { answers, shares, underLoad } from '../support/under-load.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

test('each of three instances serves its third of 32 keep-alive connections', async () => {
  let served: Readonly<Record<string, number>> = {}
  const { failures } = await underLoad(
    stack.url,
    async (load) => {
      load.resetShares()
      await answers(load, 6_000)
      served = load.servedBy()
    },
    { postEvery: 0, pause: 0 },
  )
  console.log('shares:', served)
  expect(failures).toEqual([])
  expect(Object.keys(served).sort()).toEqual([1, 2, 3].map((index) => stack.container(`app-${index}`)))
  for (const share of shares(served)) {
    expect(share).toBeGreaterThanOrEqual(0.3)
    expect(share).toBeLessThanOrEqual(0.37)
  }
})
