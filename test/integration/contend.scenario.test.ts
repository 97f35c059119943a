import { afterAll, beforeAll, expect, test } from 'vitest'
import { resultOf } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

test('two scales at once end in one of the two targets and lose no request', async () => {
  const { failures } = await underLoad(stack.url, async () => {
    const [first, second] = await Promise.all([stack.shoal('scale', '5'), stack.shoal('scale', '2')])
    expect([first.code, second.code], first.stderr + second.stderr).toEqual([0, 0])
  })
  expect(failures).toEqual([])
  const { scale, instances } = await stack.status()
  expect([2, 5]).toContain(scale.wanted)
  const taking = instances.filter(({ inRotation }) => inRotation).map(({ index }) => index)
  expect(taking).toEqual(Array.from({ length: scale.wanted }, (_, position) => position + 1))
  expect(instances).toHaveLength(scale.wanted)
})

test('a command that finds the project locked says who holds it, waits, and then does its work', async () => {
  await stack.mustShoal('scale', '1')
  const first = stack.spawnShoal('scale', '4')
  let said = ''
  first.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  await waitFor(() => said.includes('start '))
  const second = await stack.shoal('restart', 'app-1')
  expect((await resultOf(first)).code).toBe(0)
  expect(second).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(
      `\`shoal scale 4\` (pid ${first.pid}) has been changing this project for`,
    ),
  })
  // On a busy machine a check may just have come too late.
  await waitFor(async () => {
    const { instances } = await stack.status()
    return instances.length === 4 && instances.every(({ inRotation }) => inRotation)
  })
})
