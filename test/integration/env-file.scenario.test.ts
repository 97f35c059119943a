import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts'
import type { Engine } from '../../contract/engine.ts'
import { createEngine } from '../../engine/engine.ts'
import { expectWhole, instanceIds } from '../support/expect-stack.ts'
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

const call = <N extends CallName>(name: N, input: Omit<CallInput<N>, 'directory'>): Promise<CallOutput<N>> =>
  engine.call(name, { ...input, directory: stack.directory } as CallInput<N>)

const path = () => join(stack.directory, '.env')
const bytes = () => readFile(path(), 'utf8')
const names = (...suffixes: string[]) => suffixes.map((suffix) => stack.container(suffix))

/** What is kept, newest first, without its time. */
async function kept() {
  const { versions } = await call('env.versions', {})
  return await Promise.all(
    versions.map(async ({ id, refused, differs }) => {
      return { text: (await call('env.version', { id })).text, refused, differs }
    }),
  )
}

test('a file written whole keeps its bytes, reaches every instance and loses no request', async () => {
  const before = await call('env.read', {})
  const [first = '', ...others] = before.text.split('\n')
  const text = `${first}\r\n# kept as it is\t\n\n${others.join('\n')}COLOUR='dark # red'   # a comment\r\n`
  expect((await call('env.check', { text })).problems).toEqual([])
  const { changes, replaced, plan } = await call('env.preview', { text })
  expect({ changes, replaced }).toEqual({
    changes: [{ key: 'COLOUR', kind: 'added', before: '', after: 'dark # red', secret: false }],
    replaced: names('app-1', 'app-2'),
  })
  const versions = await kept()
  let outcome: CallOutput<'env.write'> | undefined
  const { failures } = await underLoad(stack.url, async () => {
    outcome = await call('env.write', { text, expected: before.hash })
  })
  expect(failures).toEqual([])
  expect({
    changed: outcome?.changed,
    applied: outcome?.applied,
    verbs: outcome?.plan.operations.length,
  }).toEqual({
    changed: ['COLOUR'],
    applied: true,
    verbs: plan.operations.length,
  })
  expect(await bytes()).toBe(text)
  expect(await call('env.read', {})).toEqual({ text, exists: true, hash: outcome?.hash })
  expect(await stack.exec('app-2', 'printenv', 'COLOUR')).toBe('dark # red\n')
  await expectWhole(stack, 2)
  expect(await kept()).toEqual([
    { text: before.text, refused: false, differs: ['COLOUR'] },
    ...versions.map((version) => ({ ...version, differs: expect.arrayContaining(['COLOUR']) })),
  ])
})

test('a file with which the app crashes is taken back, and kept as refused', async () => {
  const { text, hash } = await call('env.read', {})
  const versions = await kept()
  const ids = await instanceIds(stack)
  const bad = `${text}NODE_OPTIONS=--require=/nope\n`
  const { failures } = await underLoad(stack.url, async () => {
    for (let times = 0; times < 2; times += 1)
      await expect(call('env.write', { text: bad, expected: hash })).rejects.toMatchObject({
        code: 'rollout-failed',
        message: expect.stringContaining('.env was put back as it was'),
        details: expect.arrayContaining([expect.stringContaining("Cannot find module '/nope'")]),
      })
  })
  expect(failures).toEqual([])
  expect({ text: await bytes(), ids: await instanceIds(stack) }).toEqual({ text, ids })
  expect(await kept()).toEqual([{ text: bad, refused: true, differs: ['NODE_OPTIONS'] }, ...versions])
})

test('a former file is written again and rolled out', async () => {
  const present = await bytes()
  const former = (await kept()).find(({ refused }) => !refused)
  const { changed } = await call('env.write', { text: former?.text ?? '' })
  expect(changed).toEqual(['COLOUR'])
  await expect(stack.exec('app-1', 'printenv', 'COLOUR')).rejects.toThrow('ended with 1')
  expect((await kept())[0]).toEqual({ text: present, refused: false, differs: ['COLOUR'] })
})

test('a file that somebody else changed meanwhile is left as it is', async () => {
  const { text, hash } = await call('env.read', {})
  onTestFinished(() => writeFile(path(), text))
  await writeFile(path(), `${text}# by hand\n`)
  const writing = call('env.write', { text: `${text}A=1\n`, expected: hash })
  await expect(writing).rejects.toMatchObject({ code: 'file-changed' })
  expect(await bytes()).toBe(`${text}# by hand\n`)
})

test('a text that Compose could not read is refused with its line, and without its values', async () => {
  const { text } = await call('env.read', {})
  const line = text.split('\n').length
  for (const name of ['env.preview', 'env.write'] as const)
    await expect(call(name, { text: `${text}TOKEN="hunter2\n` })).rejects.toMatchObject({
      code: 'env-invalid',
      message: `.env line ${line} can not be read: a quoted value is not closed; the file was left as it is.`,
    })
  expect(await bytes()).toBe(text)
})

test('writing without applying touches nothing that runs; a malformed file can be replaced', async () => {
  const { text } = await call('env.read', {})
  const ids = await instanceIds(stack)
  await writeFile(path(), `${text}!!! ???\n`)
  const { hash } = await call('env.read', {})
  const outcome = await call('env.write', { text, expected: hash, apply: false })
  expect(outcome).toMatchObject({ changed: [], applied: false, plan: { operations: [] } })
  expect({ text: await bytes(), ids: await instanceIds(stack) }).toEqual({ text, ids })
})

test('nobody but its owner reads what is kept, and git does not see it', async () => {
  const folder = join(stack.directory, '.shoal')
  const { versions } = await call('env.versions', {})
  const files = versions.map(({ id, refused }) =>
    join(folder, 'env', `${id}${refused ? '.refused' : ''}.env`),
  )
  const modes = await Promise.all([join(folder, 'env'), ...files].map((file) => stat(file)))
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', ...files.map(() => '600')])
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n')
})
