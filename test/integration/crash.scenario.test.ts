import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

const instance = async (index: number) =>
  (await stack.status()).instances.find((candidate) => candidate.index === index)

test('an instance killed with -9 costs no GET, and is back in rotation by itself', async () => {
  const before = await instance(2)
  const { failures } = await underLoad(
    stack.url,
    async (load) => {
      await stack.crash('app-2')
      await waitFor(async () => {
        const now = await instance(2)
        return now?.restarts === (before?.restarts ?? 0) + 1 && now.inRotation
      })
      load.resetShares()
      await waitFor(() => Object.keys(load.servedBy()).includes(stack.container('app-2')))
    },
    { postEvery: 0 },
  )
  expect(failures).toEqual([])
})
