import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import type { ProjectChange } from '../../contract/project.ts'
import { readBalance } from '../../engine/caddy/balance.ts'
import { openCaddyLink } from '../../engine/caddy/link.ts'
import { createEngine } from '../../engine/engine.ts'
import { expectWhole, instanceIds } from '../support/expect-stack.ts'
import { readFiles } from '../support/project-files.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let stack: Stack
let engine: Engine
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
  engine = createEngine({ bundledProject: stack.directory })
})
afterAll(async () => {
  await engine?.close()
  await stack?.dispose()
})

const configure = (change: ProjectChange, dryRun = false) =>
  engine.call('project.configure', { directory: stack.directory, change, dryRun })

async function settings(): Promise<Record<string, number | null>> {
  const found = await engine.call('project.settings', { directory: stack.directory })
  return Object.fromEntries(Object.entries(found).map(([key, { value }]) => [key, value]))
}

/** How the Caddy that runs balances, by its own configuration. */
async function running() {
  const link = openCaddyLink(stack.docker, stack.container('caddy-1'))
  try {
    const balance = readBalance(await link.admin.config())
    return { slots: balance?.addresses.length, interval: balance?.interval }
  } finally {
    link.close()
  }
}

/** The lines of each file that are not as they were. */
function changedLines(before: Record<string, string>, after: Record<string, string>) {
  return Object.keys(after).flatMap((name) => {
    const old = before[name]?.split('\n') ?? []
    return (after[name] ?? '').split('\n').filter((line) => !old.includes(line))
  })
}

test('the settings are those of the bundled files', async () => {
  expect(await settings()).toEqual({
    maxScale: 10,
    healthInterval: 1_000,
    drainDeadline: 30_000,
    readyDeadline: 60_000,
  })
})

test('settings change their own bytes in the files, and reach the Caddy that runs', async () => {
  const before = await readFiles(stack)
  const ids = await instanceIds(stack)
  const change = { healthInterval: 1_500, drainDeadline: 20_000, readyDeadline: 90_000 }
  const dry = await configure(change, true)
  expect(await readFiles(stack)).toEqual(before)
  const { plan, text } = await configure(change)
  expect({ plan, text }).toEqual(dry)
  expect(plan.operations.map(({ verb, target }) => `${verb} ${target}`)).toEqual([
    `reload ${stack.container('caddy-1')}`,
  ])
  expect(changedLines(before, await readFiles(stack))).toEqual([
    '\thealth_interval 1500ms',
    '  drain: 20s',
    '  ready: 90s',
  ])
  expect(await settings()).toEqual({ maxScale: 10, ...change })
  expect(await running()).toEqual({ slots: 10, interval: 1_500 })
  expect(await instanceIds(stack)).toEqual(ids)
  expect((await configure(change)).plan.operations).toEqual([])
})

test('a maximum below the scale is refused and changes nothing', async () => {
  const before = await readFiles(stack)
  await expect(configure({ maxScale: 1, drainDeadline: 1_000 })).rejects.toMatchObject({
    code: 'scale-out-of-range',
    message: 'The maximum scale can not be 1 while the scale is 2; nothing was changed.',
  })
  expect(await readFiles(stack)).toEqual(before)
  expect(await running()).toEqual({ slots: 10, interval: 1_500 })
})

test('with the maximum raised to 12, twelve instances serve; lowered again, the file is as it was', async () => {
  const before = await readFiles(stack)
  await configure({ maxScale: 12, healthInterval: 1_000 })
  const { failures } = await underLoad(stack.url, async (load) => {
    await stack.mustShoal('scale', '12')
    load.resetShares()
    await expect.poll(() => Object.keys(load.servedBy()).length, { timeout: 60_000 }).toBe(12)
  })
  expect(failures).toEqual([])
  await expectWhole(stack, 12)
  await expect(configure({ maxScale: 11 })).rejects.toMatchObject({ code: 'scale-out-of-range' })
  await stack.mustShoal('scale', '2')
  await configure({ maxScale: 10, healthInterval: 1_500 })
  expect(await readFiles(stack)).toEqual(before)
  expect(await running()).toEqual({ slots: 10, interval: 1_500 })
  await expectWhole(stack, 2)
})

test('a Caddyfile that Caddy refuses for another line is not written', async () => {
  const path = join(stack.directory, 'Caddyfile')
  const text = await readFile(path, 'utf8')
  onTestFinished(() => writeFile(path, text))
  const bad = text.replace('encode zstd gzip', 'encodee zstd gzip')
  await writeFile(path, bad)
  await expect(configure({ healthInterval: 5_000 })).rejects.toMatchObject({
    code: 'caddyfile-invalid',
    message: expect.stringMatching(/Caddyfile:\d+/),
  })
  expect(await readFile(path, 'utf8')).toBe(bad)
  expect(await running()).toEqual({ slots: 10, interval: 1_500 })
})

test('files are put back when Caddy takes them for right and then cannot load them', async () => {
  const path = join(stack.directory, 'Caddyfile')
  const text = await readFile(path, 'utf8')
  onTestFinished(() => writeFile(path, text))
  // An address that the container does not have: Caddy finds out when it binds.
  const bad = `${text}\nhttp://:2099 {\n\tbind 203.0.113.7\n}\n`
  await writeFile(path, bad)
  await expect(configure({ maxScale: 11, drainDeadline: 5_000 })).rejects.toMatchObject({
    code: 'caddyfile-invalid',
    message: expect.stringContaining('The settings were put back as they were.'),
  })
  expect(await readFile(path, 'utf8')).toBe(bad)
  expect((await settings()).drainDeadline).toBe(20_000)
  expect(await running()).toEqual({ slots: 10, interval: 1_500 })
})

test('of a stack that is down only the files change', async () => {
  await stack.mustShoal('down')
  const { plan, snapshot } = await configure({ maxScale: 3 })
  expect({ plan, max: snapshot?.scale.max }).toEqual({ plan: { operations: [] }, max: 3 })
  await stack.mustShoal('up', '--scale', '3')
  await expectWhole(stack, 3)
  expect(await running()).toEqual({ slots: 3, interval: 1_500 })
})
