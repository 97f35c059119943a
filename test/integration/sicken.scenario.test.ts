import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStack, type Stack } from '../support/stack.ts'
import { answers, underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

/** Tells one instance, and no other, how to answer its health check from now on. */
async function setSick(suffix: string, sick: boolean): Promise<void> {
  const url = 'http://127.0.0.1:3000/api/sick'
  const options = JSON.stringify({ method: 'POST', body: JSON.stringify({ sick }) })
  const script = `fetch('${url}', ${options}).then((r) => process.exit(r.ok ? 0 : 1))`
  await stack.exec(suffix, 'node', '-e', script)
}

/** Watches a count; call what it returns for the milliseconds after which the count last rose. */
function watchSilence(count: () => number): () => number {
  const began = performance.now()
  let seen = count()
  let rose = 0
  const timer = setInterval(() => {
    if (count() > seen) rose = performance.now() - began
    seen = count()
  }, 5)
  return () => {
    clearInterval(timer)
    return Math.round(rose)
  }
}

const instance = async (index: number) =>
  (await stack.status()).instances.find((candidate) => candidate.index === index)

test('a sick instance gets no traffic, says why, and comes back when it recovers', async () => {
  const name = stack.container('app-2')
  const { failures } = await underLoad(stack.url, async (load) => {
    await setSick('app-2', true)
    const silence = watchSilence(() => load.servedBy()[name] ?? 0)
    await waitFor(async () => (await instance(2))?.health === 'unhealthy')
    expect(await instance(2)).toMatchObject({
      state: 'running',
      health: 'unhealthy',
      inRotation: false,
      reason: 'answers 503: made sick by POST /api/sick',
    })
    // Caddy's own check comes within an interval of the one that status made.
    await waitFor(async () => {
      const before = load.servedBy()[name]
      await answers(load, 64)
      return load.servedBy()[name] === before
    })
    console.log(`its last answer came ${silence()} ms after it fell sick`)
    load.resetShares()
    await answers(load, 600)
    expect(Object.keys(load.servedBy()).sort()).toEqual([stack.container('app-1'), stack.container('app-3')])

    await setSick('app-2', false)
    await waitFor(() => load.servedBy()[name])
    expect(await instance(2)).toMatchObject({ health: 'healthy', inRotation: true, reason: '' })
  })
  expect(failures).toEqual([])
})
