import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

/** The value of GREETING in every container of the app, by instance. */
async function greetings(): Promise<Record<number, string>> {
  const { instances } = await stack.status()
  const entries = instances.map(async ({ index }) => {
    const value = await stack.exec(`app-${index}`, 'node', '-p', 'process.env.GREETING')
    return [index, value.trim()] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function setUnderLoad(value: string): Promise<readonly string[]> {
  const { failures } = await underLoad(stack.url, () => stack.mustShoal('env', 'set', `GREETING=${value}`))
  return failures
}

test('an env change at scale 3 reaches every instance and loses no request', async () => {
  expect(await setUnderLoad('three')).toEqual([])
  expect(await greetings()).toEqual({ 1: 'three', 2: 'three', 3: 'three' })
})

test('an env change at scale 1 reaches the instance and loses no request', async () => {
  await stack.mustShoal('scale', '1')
  expect(await setUnderLoad('one')).toEqual([])
  expect(await greetings()).toEqual({ 1: 'one' })
})

// Ten instances take turns one by one.
const TEN_TURNS = 400_000

test('an env change with no spare slot reaches every instance and loses no request', {
  timeout: TEN_TURNS,
}, async () => {
  const { max } = (await stack.status()).scale
  await stack.mustShoal('scale', String(max))
  expect(await setUnderLoad('all')).toEqual([])
  const all = Array.from({ length: max }, (_, position) => [position + 1, 'all'])
  expect(await greetings()).toEqual(Object.fromEntries(all))
})
