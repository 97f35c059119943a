import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Drift } from '../../contract/drift.ts'
import type { Engine } from '../../contract/engine.ts'
import { createEngine } from '../../engine/engine.ts'
import { instanceIds } from '../support/expect-stack.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let stack: Stack
let engine: Engine
let last: Drift | undefined
const stop = new AbortController()
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
  engine = createEngine({ bundledProject: stack.directory })
  void follow()
})
afterAll(async () => {
  stop.abort()
  await engine?.close()
  await stack?.dispose()
})

async function follow() {
  const items = engine.open('stack.drift', { directory: stack.directory }, { signal: stop.signal })
  for await (const drift of items) last = drift
}

const file = (name: string) => join(stack.directory, name)
const edit = async (name: string, from: string, to: string) => {
  const text = await readFile(file(name), 'utf8')
  expect(text).toContain(from)
  await writeFile(file(name), text.replace(from, to))
}
/** The newest that was said, once it is of this state. */
const drift = async <S extends Drift['state']>(state: S) => {
  await expect.poll(() => last?.state, { timeout: 20_000 }).toBe(state)
  return last as Extract<Drift, { state: S }>
}

test('what Shoal itself applied is no drift', async () => {
  await drift('none')
  await stack.mustShoal('scale', '3')
  await stack.mustShoal('scale', '2')
  await stack.mustShoal('stop', 'app-2')
  expect(last).toEqual({ state: 'none' })
  await stack.mustShoal('start', 'app-2')
  expect(last).toEqual({ state: 'none' })
})

test('compose.yaml and .env edited outside are told with their plan and why, and nothing is applied before somebody says so', async () => {
  const ids = await instanceIds(stack)
  await edit('compose.yaml', 'max-size: 10m', 'max-size: 11m')
  await appendFile(file('.env'), '\nGREETING=hello\nAPI_TOKEN=t0p-s3cret\n')
  await edit('compose.yaml', 'scale: 2', 'scale: 3')
  await expect
    .poll(() => (last?.state === 'differs' ? last.differences : []), { timeout: 20_000 })
    .toEqual([
      { service: 'caddy', what: 'changed: logging' },
      { service: 'app', what: 'env changed: API_TOKEN, GREETING' },
      { service: 'app', what: 'changed: logging' },
      { service: 'app', what: 'scale 2 -> 3' },
      { service: 'postgres', what: 'changed: logging' },
    ])
  const told = await drift('differs')
  const change = { kind: 'changed', before: '10m', after: '11m', secret: false }
  expect(told.edits).toEqual([
    {
      file: 'compose.yaml',
      key: 'services.app.scale',
      kind: 'changed',
      before: '2',
      after: '3',
      secret: false,
    },
    { file: 'compose.yaml', key: 'services.caddy.logging.options.max-size', ...change },
    { file: '.env', key: 'API_TOKEN', kind: 'added', before: '', after: '', secret: true },
    { file: '.env', key: 'GREETING', kind: 'added', before: '', after: 'hello', secret: false },
  ])
  expect(JSON.stringify(told)).not.toContain('t0p-s3cret')
  expect(told.replaced).toEqual(['app-1', 'app-2', 'caddy-1', 'postgres-1'].map(stack.container))
  const { json } = await stack.mustShoal('up', '--dry-run', '--json')
  expect(json).toMatchObject({ plan: told.plan })
  expect(await instanceIds(stack)).toEqual(ids)
})

test('put back by hand, there is nothing to apply any more', async () => {
  await edit('compose.yaml', 'max-size: 11m', 'max-size: 10m')
  await edit('compose.yaml', 'scale: 3', 'scale: 2')
  await edit('.env', '\nGREETING=hello\nAPI_TOKEN=t0p-s3cret\n', '')
  await drift('none')
})

test('a file that can not be read is told with its line, and what runs goes on; mended, what was asked for is applied without a lost request', async () => {
  await edit('compose.yaml', 'services:\n', 'services: [\n')
  const { error } = await drift('invalid')
  expect(error).toMatchObject({
    code: 'project-invalid',
    message: expect.stringMatching(/compose\.yaml line \d+/),
  })
  await edit('compose.yaml', 'services: [\n', 'services:\n')
  await drift('none')
  await appendFile(file('.env'), '\nGREETING=hello\n')
  await drift('differs')
  const { failures } = await underLoad(stack.url, () =>
    engine.call('stack.up', { directory: stack.directory }),
  )
  expect(failures).toEqual([])
  await drift('none')
})

test('a Caddyfile edited outside waits as well; one that Caddy refuses is told and never reaches it', async () => {
  const policy = 'Referrer-Policy strict-origin-when-cross-origin'
  await edit('Caddyfile', policy, 'Referrer-Policy same-origin')
  expect(await drift('differs')).toMatchObject({
    differences: [{ service: 'caddy', what: 'Caddyfile changed' }],
    edits: [],
    replaced: [],
  })
  expect((await fetch(stack.url)).headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  await edit('Caddyfile', 'encode zstd gzip', 'encodee zstd gzip')
  expect((await drift('invalid')).error).toMatchObject({ code: 'caddyfile-invalid' })
  await edit('Caddyfile', 'encodee zstd gzip', 'encode zstd gzip')
  await drift('differs')
  await engine.call('stack.up', { directory: stack.directory })
  await drift('none')
  expect((await fetch(stack.url)).headers.get('referrer-policy')).toBe('same-origin')
})
