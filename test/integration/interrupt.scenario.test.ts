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

/** Runs `shoal scale` and interrupts it as Ctrl-C does, once its progress shows an operation of this verb. */
async function interruptAt(verb: string, target: string): Promise<void> {
  const running = stack.spawnShoal('scale', target)
  let said = ''
  running.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  await waitFor(() => new RegExp(`s  ${verb} `).test(said))
  running.kill('SIGINT')
  const { code, stderr } = await resultOf(running)
  expect(code, stderr).toBe(1)
  expect(stderr).toMatch(/cancelled/i)
}

/** What `status` tells is what Docker and the balancer do: every instance that runs either serves or says why not. */
async function expectTruth(): Promise<void> {
  const { instances } = await stack.status()
  const label = `com.docker.compose.project=${stack.project}`
  const containers = await stack.docker.listContainers([label, 'com.docker.compose.service=app'])
  const told = instances.map(({ name, state }) => `${name} ${state}`)
  expect(told.sort()).toEqual(containers.map(({ name, state }) => `${name} ${state}`).sort())
  for (const { inRotation, reason } of instances) expect(inRotation || reason !== '').toBe(true)
  expect(instances.filter(({ inRotation }) => inRotation).length).toBeGreaterThanOrEqual(1)
}

const cases: readonly [verb: string, from: number, to: number][] = [
  ['create', 3, 6],
  ['start', 3, 6],
  ['wait-ready', 3, 6],
  ['join', 3, 6],
  ['leave', 6, 2],
  ['drain', 6, 2],
  ['stop', 6, 2],
]

test.each(cases)(
  'Ctrl-C at "%s" of a scale %i -> %i: nothing is lost, the next command converges',
  async (verb, from, to) => {
    await stack.mustShoal('scale', String(from))
    const { failures } = await underLoad(stack.url, async () => {
      await interruptAt(verb, String(to))
      await expectTruth()
      await stack.mustShoal('scale', String(to))
    })
    expect(failures).toEqual([])
    const { instances, scale } = await stack.status()
    expect(instances.map(({ inRotation }) => inRotation)).toEqual(Array.from({ length: to }, () => true))
    expect(scale.wanted).toBe(to)
  },
)
