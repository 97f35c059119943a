import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instanceIds } from '../support/expect-stack.ts'
import { createStack, type Stack } from '../support/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

test('a dry run prints the plan with its causes and changes nothing', async () => {
  const file = join(stack.directory, 'compose.yaml')
  const before = { text: await readFile(file, 'utf8'), ids: await instanceIds(stack) }
  const { stdout } = await stack.mustShoal('scale', '3', '--dry-run')
  const app = stack.container('app-3')
  expect(stdout.trim().split('\n')).toEqual([
    `1. create ${app}  (scale 2 -> 3)`,
    `2. start ${app}  (scale 2 -> 3)  after 1`,
    '3. manage-rotation caddy  (take over the rotation)',
    `4. join ${app}  (scale 2 -> 3)  after 2, 3`,
    `5. wait-ready ${app}  (scale 2 -> 3)  after 4`,
  ])
  expect({ text: await readFile(file, 'utf8'), ids: await instanceIds(stack) }).toEqual(before)
})

test('a command runs in the instance that is named, and its exit code is the command line’s', async () => {
  const { stdout } = await stack.mustShoal('exec', 'app-2', '--', 'hostname')
  expect(stdout.trim()).toBe(stack.container('app-2'))
  const failed = await stack.shoal('exec', 'app-1', '--', 'sh', '-c', 'echo no >&2; exit 7')
  expect({ code: failed.code, stderr: failed.stderr.trim() }).toEqual({ code: 7, stderr: 'no' })
})

test('the logs of one instance hold no line of another', async () => {
  const { stdout } = await stack.mustShoal('--json', 'logs', 'app-1', '--tail', '5')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.length).toBeGreaterThan(0)
  expect(new Set(lines.map(({ container }) => container))).toEqual(new Set([stack.container('app-1')]))
})

test('the access log names the instance that answered, and how long it took', async () => {
  await fetch(`${stack.url}/api/whoami?mark=look`)
  const { stdout } = await stack.mustShoal('--json', 'logs', 'caddy', '--grep', 'mark=look')
  const entry = JSON.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? '').text)
  expect(entry.upstream).toMatch(new RegExp(`^${stack.project}-app-[12]:3000$`))
  expect(Number(entry.upstream_ms)).toBeGreaterThan(0)
})

test('every answer carries who served it and the security headers, and no more of the server than needed', async () => {
  const { headers } = await fetch(stack.url)
  const get = (name: string) => headers.get(name)
  expect(get('x-served-by')).toMatch(new RegExp(`^${stack.project}-app-[12]$`))
  expect({
    sniff: get('x-content-type-options'),
    frame: get('x-frame-options'),
    referrer: get('referrer-policy'),
    hsts: get('strict-transport-security'),
    server: get('server'),
    encoding: get('content-encoding'),
  }).toEqual({
    sniff: 'nosniff',
    frame: 'SAMEORIGIN',
    referrer: 'strict-origin-when-cross-origin',
    hsts: null,
    server: null,
    encoding: expect.stringMatching(/^(zstd|gzip)$/),
  })
})
