import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { containersOf, expectWhole, instanceIds } from '../support/expect-stack.ts'
import { patience, readFiles } from '../support/project-files.ts'
import type { ShoalResult } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

const DEAD = 'DATABASE_URL=postgres://shoal:shoal@nowhere:5432/shoal'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

/** Runs a command that must fail, and compares everything that it must leave alone. */
async function refused(...command: string[]): Promise<ShoalResult> {
  const before = await everything()
  let result: ShoalResult | undefined
  const { failures } = await underLoad(stack.url, async () => {
    result = await stack.shoal(...command)
  })
  expect(failures).toEqual([])
  expect(await everything()).toEqual(before)
  if (!result) throw new Error('The command did not run')
  expect(result.code).toBe(1)
  return result
}

async function everything() {
  const { instances } = await stack.status()
  return {
    files: await readFiles(stack),
    containers: await containersOf(stack),
    instances: await instanceIds(stack),
    serving: instances.map(({ index, inRotation, current }) => ({ index, inRotation, current })),
  }
}

const envFile = (name: string) => join(stack.directory, name)

test('an environment with which the app crashes is taken back, and the error shows its last lines', async () => {
  const good = await readFile(envFile('.env'), 'utf8')
  const { stderr } = await refused('env', 'set', 'NODE_OPTIONS=--require=/nope')
  expect(stderr).toContain(`${stack.container('app-3')} crashed`)
  expect(stderr).toContain("Cannot find module '/nope'")
  expect(stderr).toContain('.env was put back as it was; the refused one is kept as .env.rejected.')
  expect(await readFile(envFile('.env.rejected'), 'utf8')).toBe(`${good}NODE_OPTIONS=--require=/nope\n`)
})

test('an environment with which the app never gets healthy is taken back, with the reason', async () => {
  await patience(stack, { ready: '10s' })
  const { stderr } = await refused('--json', 'env', 'set', DEAD)
  expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toEqual({
    error: {
      code: 'rollout-failed',
      message:
        `${stack.container('app-3')} was not healthy within 10 s: it answers 503: database host name is unknown. ` +
        'The instances that served before still do. .env was put back as it was; the refused one is kept as .env.rejected.',
      hint: expect.stringMatching(/\S/),
      details: expect.arrayContaining([expect.stringContaining('listens on port 3000')]),
    },
  })
  expect(await readFile(envFile('.env.rejected'), 'utf8')).toContain(DEAD)
})

for (const command of [['up'], ['scale', '3']])
  test(`${command.join(' ')} after .env was edited by hand so that the app breaks puts the good one back`, async () => {
    const good = await readFile(envFile('.env'), 'utf8')
    const bad = good.replace(/^DATABASE_URL=.*$/m, DEAD)
    const containers = await containersOf(stack)
    const ids = await instanceIds(stack)
    await writeFile(envFile('.env'), bad)
    let result: ShoalResult | undefined
    const { failures } = await underLoad(stack.url, async () => {
      result = await stack.shoal(...command)
    })
    expect(failures).toEqual([])
    expect(result?.stderr).toContain('database host name is unknown')
    expect(result?.stderr).not.toContain('failed as well')
    expect(result?.code).toBe(1)
    expect(await readFile(envFile('.env'), 'utf8')).toBe(good)
    expect(await readFile(envFile('.env.rejected'), 'utf8')).toBe(bad)
    expect(await containersOf(stack)).toEqual(containers)
    expect(await instanceIds(stack)).toEqual(ids)
  })

test('a new instance that never gets healthy leaves scale and files as they were', async () => {
  // Who is connected stays so: the instances that serve go on, and no other can join them.
  const letIn = (allowed: boolean) =>
    stack.exec(
      'postgres-1',
      'psql',
      '-U',
      'shoal',
      '-d',
      'postgres',
      '-c',
      `ALTER DATABASE shoal ALLOW_CONNECTIONS ${allowed}`,
    )
  await letIn(false)
  onTestFinished(async () => void (await letIn(true)))
  const { stderr } = await refused('scale', '4')
  expect(stderr).toContain('was not healthy within 10 s')
  expect(stderr).toContain(
    'The instances that served before still do. The scale in the compose file was put back.',
  )
})

test('a good change after all that is applied', async () => {
  await patience(stack, { ready: '60s' })
  await stack.mustShoal('env', 'set', 'COLOUR=red')
  await expectWhole(stack, 2)
  expect(await stack.exec('app-1', 'printenv', 'COLOUR')).toBe('red\n')
})
