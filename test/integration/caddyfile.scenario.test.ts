import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { CallOutput } from '../../contract/calls.ts'
import type { Engine } from '../../contract/engine.ts'
import { createEngine } from '../../engine/engine.ts'
import { expectWhole } from '../support/expect-stack.ts'
import { createStack, type Stack } from '../support/stack.ts'

let stack: Stack
let engine: Engine
let bundled: string
beforeAll(async () => {
  stack = await createStack({ scale: 0 })
  engine = createEngine({ bundledProject: stack.directory })
  bundled = await file()
})
afterAll(async () => {
  await engine?.close()
  await stack?.dispose()
})

const path = () => join(stack.directory, 'Caddyfile')
const file = () => readFile(path(), 'utf8')
const look = () => engine.call('caddyfile.read', { directory: stack.directory })
const check = (text: string) => engine.call('caddyfile.check', { directory: stack.directory, text })
const write = (text: string, expected?: string) =>
  engine.call('caddyfile.write', { directory: stack.directory, text, ...(expected ? { expected } : {}) })
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length
const codes = ({ problems }: CallOutput<'caddyfile.check'>) => problems.map(({ code }) => code)

/** A Caddyfile that Caddy takes, and that Shoal could do nothing with. */
function cutOff(text: string): string {
  const gate = text.indexOf('# The gate. While')
  return text
    .slice(0, gate)
    .replace('admin 127.0.0.1:2019', 'admin unix//run/admin.sock')
    .replace(/\tto \{\$APP:app\}-1:3000.*\n\tto .*\n/, '\tto app:3000\n')
    .replace(/\thealth_upstream.*\n\thealth_headers \{\n.*\n\t\}\n/, '')
}

test('where no Caddy runs, one of the same image checks and lays out in a container of its own', async () => {
  expect(await look()).toMatchObject({ caddy: 'absent', state: 'unknown', running: null, text: bundled })
  expect(await check(bundled)).toEqual({ problems: [], by: 'stand-in', differs: null })
  const bad = await check(bundled.replace('encode zstd gzip', 'encodee zstd gzip'))
  expect(bad.problems).toMatchObject([
    { source: 'caddy', line: lineOf(bundled, 'encode zstd'), message: 'Unrecognized directive: encodee.' },
  ])
  const { text } = await engine.call('caddyfile.format', {
    directory: stack.directory,
    text: bundled.replace('\tencode zstd gzip', '   encode zstd gzip'),
  })
  expect(text).toBe(bundled)
  const refused = await stack.shoal('caddy', 'reload')
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Caddy does not run') })
})

test('the Caddy that runs checks what somebody writes, and says whether it would change anything', async () => {
  await stack.mustShoal('up', '--scale', '2')
  expect(await look()).toMatchObject({ caddy: 'answering', state: 'same', running: bundled, problem: null })
  expect(await check(bundled)).toEqual({ problems: [], by: 'running', differs: false })
  expect(await check(`# only a comment\n${bundled}`)).toMatchObject({ problems: [], differs: false })
  expect(await check(bundled.replace('least_conn', 'first'))).toMatchObject({ problems: [], differs: true })
})

test('what would cut Shoal off is explained, and the repair adds it and leaves the rest', async () => {
  const text = cutOff(bundled)
  expect(codes(await check(text))).toEqual(['admin', 'slots-missing', 'gate'])
  await expect(write(text)).rejects.toMatchObject({ code: 'caddyfile-invalid' })
  const repaired = await engine.call('caddyfile.repair', { directory: stack.directory, text })
  expect(repaired.problems).toEqual([])
  expect(repaired.done).toHaveLength(4)
  expect(codes(await check(repaired.text))).toEqual([])
  // Every line that was there is there still, in its order, but for the two that were wrong.
  const lines = repaired.text.split('\n')
  const gone = text.split('\n').filter((line) => {
    const at = lines.indexOf(line)
    if (at >= 0) lines.splice(0, at + 1)
    return at < 0
  })
  expect(gone).toEqual(['\tadmin unix//run/admin.sock', '\tto app:3000'])
})

test('an invalid Caddyfile reaches neither the file nor Caddy, whoever asks', async () => {
  const bad = bundled.replace('encode zstd gzip', 'encodee zstd gzip')
  const line = lineOf(bundled, 'encode zstd')
  await expect(write(bad)).rejects.toMatchObject({
    code: 'caddyfile-invalid',
    message: `The Caddyfile was left as it was: line ${line}: Unrecognized directive: encodee.`,
  })
  // What only shows when it is put together.
  await expect(write(bundled.replace('(?i)^app-', '(^app-'))).rejects.toMatchObject({
    code: 'caddyfile-invalid',
  })
  expect(await file()).toBe(bundled)
  await writeFile(path(), bad)
  onTestFinished(() => writeFile(path(), bundled))
  for (const words of [['caddy', 'validate'], ['caddy', 'reload'], ['up'], ['restart', 'caddy']])
    expect([words, await stack.shoal(...words)]).toMatchObject([words, { code: 1 }])
  expect((await stack.shoal('caddy', 'validate')).stdout).toContain(`Caddyfile:${line}: error: Unrecognized`)
  expect(await look()).toMatchObject({ state: 'invalid', running: null, problem: { line } })
  await expectWhole(stack, 2)
})

test('what is written is loaded and kept as it was before; the former comes back byte for byte', async () => {
  const windows = bundled.replace('least_conn', 'round_robin').replaceAll('\n', '\r\n')
  const first = await write(windows, (await look()).hash)
  expect(first).toMatchObject({ applied: true, plan: { operations: [{ verb: 'reload' }] } })
  expect(await file()).toBe(windows)
  const { versions } = await engine.call('caddyfile.versions', { directory: stack.directory })
  expect(versions).toMatchObject([{ refused: false }])
  const { text } = await engine.call('caddyfile.version', {
    directory: stack.directory,
    id: versions[0]?.id ?? '',
  })
  expect(text).toBe(bundled)
  // A file that is invalid by now: what runs is known all the same.
  await writeFile(path(), 'nonsense {')
  expect(await look()).toMatchObject({ state: 'invalid', running: windows })
  expect((await stack.mustShoal('caddy', 'show')).stdout.trim()).toBe(
    windows.trim().replaceAll('\r\n', '\r\n'),
  )
  await expect(write(bundled, first.hash)).rejects.toMatchObject({ code: 'file-changed' })
  expect(await file()).toBe('nonsense {')
  await write(bundled)
  expect(await look()).toMatchObject({ state: 'same' })
  // Laid out otherwise it means the same, and nothing is loaded again.
  expect(await write(`${bundled}\n# the end\n`)).toMatchObject({ applied: false })
  await stack.mustShoal('caddy', 'fmt', '--write')
  expect((await stack.mustShoal('caddy', 'reload')).stdout).toContain('Nothing to do.')
})

test('the file is put back when Caddy takes it for right and then can not load it', async () => {
  const before = await file()
  // An address that the container does not have: Caddy finds out when it binds.
  const text = `${before}\nhttp://:2099 {\n\tbind 203.0.113.7\n}\n`
  await expect(write(text)).rejects.toMatchObject({
    code: 'caddyfile-invalid',
    message: expect.stringContaining('The Caddyfile was put back as it was'),
  })
  expect(await file()).toBe(before)
  const { versions } = await engine.call('caddyfile.versions', { directory: stack.directory })
  expect(versions[0]).toMatchObject({ refused: true, differs: 4 })
  expect(await look()).toMatchObject({ state: 'same' })
  await expectWhole(stack, 2)
})
