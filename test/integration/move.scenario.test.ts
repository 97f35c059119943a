import getPort from 'get-port'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/api/whoami`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  )
}

test('on a new port the stack answers before the old one goes, and finishes what the old one began', async () => {
  const port = await getPort()
  const next = `http://localhost:${port}`
  const slow = fetch(`${stack.url}/api/slow?ms=3000`)
  let moving = true
  const gaps: string[] = []
  const watch = (async () => {
    while (moving) {
      // The old port is asked first: when it refuses, the new one must answer already.
      if (!(await answers(stack.url)) && !(await answers(next))) gaps.push(new Date().toISOString())
    }
  })()
  await stack.mustShoal('port', String(port))
  moving = false
  await watch
  expect(gaps).toEqual([])
  expect((await slow).status).toBe(200)
  expect([await answers(stack.url), await answers(next)]).toEqual([false, true])
  const { url, instances } = await stack.status()
  expect({ url, serving: instances.filter(({ inRotation }) => inRotation).length }).toEqual({
    url: next,
    serving: 2,
  })
})
