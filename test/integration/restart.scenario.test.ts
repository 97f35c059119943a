import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

/** When each instance started, by name, of those that take traffic. */
async function starts(): Promise<Record<string, number | null>> {
  const { instances } = await stack.status()
  return Object.fromEntries(
    instances.filter(({ inRotation }) => inRotation).map(({ name, startedAt }) => [name, startedAt]),
  )
}

test('restarting one of three instances loses no request and leaves the others alone', async () => {
  const before = await starts()
  const { failures } = await underLoad(stack.url, () => stack.mustShoal('restart', 'app-2'))
  expect(failures).toEqual([])
  const name = stack.container('app-2')
  const { [name]: restarted, ...others } = await starts()
  const { [name]: was, ...same } = before
  expect(others).toEqual(same)
  expect(restarted).toBeGreaterThan(was ?? Number.POSITIVE_INFINITY)
})

test('restarting the only instance loses no request', async () => {
  await stack.mustShoal('scale', '1')
  const before = await starts()
  const { failures } = await underLoad(stack.url, () => stack.mustShoal('restart', 'app-1'))
  expect(failures).toEqual([])
  const after = await starts()
  const name = stack.container('app-1')
  expect(Object.keys(after)).toEqual([name])
  expect(after[name]).toBeGreaterThan(before[name] ?? Number.POSITIVE_INFINITY)
})
