import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTruth, expectWhole } from '../support/expect-stack.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { answers, underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

test('a Caddy that was killed comes back by itself, with every instance in its rotation', async () => {
  const { startedAt } = (await stack.docker.inspectContainer(stack.container('caddy-1'))) ?? {}
  await stack.crash('caddy-1')
  await waitFor(async () => {
    const caddy = await stack.docker.inspectContainer(stack.container('caddy-1'))
    return caddy?.state === 'running' && caddy.startedAt !== startedAt
  })
  await waitFor(async () => (await stack.status()).instances.every(({ inRotation }) => inRotation))
  expect(await stack.exec('caddy-1', 'ls', '/run/rotation')).toContain('managed')
  await expectTruth(stack)
  await expectWhole(stack, 2)
  const { failures, servedBy } = await underLoad(stack.url, async () => {})
  expect({ failures, servers: Object.keys(servedBy).sort() }).toEqual({
    failures: [],
    servers: [stack.container('app-1'), stack.container('app-2')],
  })
})

test('while PostgreSQL is restarted requests wait, and none is lost', async () => {
  const { failures } = await underLoad(stack.url, () => stack.mustShoal('restart', 'postgres'))
  expect(failures).toEqual([])
  await expectWhole(stack, 2)
})

test('a PostgreSQL that was killed comes back by itself, and no request is lost', async () => {
  const { failures } = await underLoad(stack.url, async (load) => {
    await stack.crash('postgres-1')
    await answers(load, 400)
    await waitFor(async () => (await stack.status()).services.every(({ health }) => health === 'healthy'))
  })
  expect(failures).toEqual([])
  await expectWhole(stack, 2)
})
