import { chmod, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { unzipSync } from 'fflate'
import getPort from 'get-port'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshotSchema } from '../../contract/models.ts'
import { mustSucceed, runShoal } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let stack: Stack
let copy: string
const secret = 't0p-s3cret-value'
beforeAll(async () => {
  stack = await createStack({ scale: 1 })
  copy = `${stack.directory}-copy`
})
afterAll(async () => {
  if (copy) await inCopy('down', '--volumes')
  await stack?.dispose()
})

const inCopy = (...args: string[]) => runShoal(['--project', copy, ...args])
const file = (name: string) => join(stack.directory, name)
const zip = () => `${stack.directory}.zip`

test('a project that holds a secret of .env in another file is not exported, and the file and line are named', async () => {
  await stack.mustShoal('env', 'set', `AUTH_SECRET=${secret}`, 'GREETING=hello', '--no-apply')
  await writeFile(file('notes.txt'), `first\nsecond ${secret}\n`)
  const { code, stderr } = await stack.shoal('export', zip())
  expect(code).toBe(1)
  expect(stderr).toContain('notes.txt, line 2, holds the value of AUTH_SECRET from .env')
  expect(stderr).not.toContain(secret)
  await expect(stat(zip())).rejects.toThrow('ENOENT')
})

test('an export holds the project without its secrets, and says what it left out', async () => {
  await writeFile(file('notes.txt'), 'nothing secret\n')
  await writeFile(file('.env.production'), 'A=1\n')
  await mkdir(file('node_modules/x'), { recursive: true })
  await writeFile(file('node_modules/x/index.js'), '')
  await writeFile(file('run.sh'), '#!/bin/sh\n')
  await chmod(file('run.sh'), 0o755)
  await symlink('run.sh', file('latest'))
  await symlink('/etc/hosts', file('outside'))
  const { json } = await stack.mustShoal('export', zip(), '--json')
  expect(json).toMatchObject({
    project: stack.project,
    secrets: ['AUTH_SECRET'],
    leftOut: [
      { path: 'outside', why: 'is a link out of the project' },
      { path: '.env.production', why: 'may hold secrets, like any .env' },
    ],
  })
  const held = unzipSync(new Uint8Array(await readFile(zip())))
  const names = Object.keys(held)
  expect(names).toEqual(
    expect.arrayContaining(['compose.yaml', 'Caddyfile', '.env', 'app/Dockerfile', 'app/build/server.js']),
  )
  expect(names.filter((name) => /^(node_modules|\.shoal)\//.test(name))).toEqual([])
  for (const bytes of Object.values(held)) expect(Buffer.from(bytes).includes(secret)).toBe(false)
  expect((await stack.shoal('export', zip())).stderr).toContain('is there already; it was left as it was')
})

test('init --from makes the project anew, byte for byte but for the secrets, which it asks for', async () => {
  const { stdout } = mustSucceed(await runShoal(['init', copy, '--from', zip()]), 'shoal init --from')
  expect(stdout).toContain('env set AUTH_SECRET=... --no-apply')
  for (const name of ['compose.yaml', 'Caddyfile', 'run.sh', 'app/build/server.js', 'notes.txt'])
    expect(await readFile(join(copy, name))).toEqual(await readFile(file(name)))
  expect(await readFile(join(copy, '.env'), 'utf8')).toBe(
    (await readFile(file('.env'), 'utf8')).replace(
      `AUTH_SECRET=${secret}`,
      '# AUTH_SECRET= (a secret, left out of the export)',
    ),
  )
  expect((await stat(join(copy, 'run.sh'))).mode & 0o777).toBe(0o755)
  expect((await stat(join(copy, '.env'))).mode & 0o777).toBe(0o600)
  expect(await readlink(join(copy, 'latest'))).toBe('run.sh')
  await writeFile(`${copy}.zip`, 'no zip')
  const { code, stderr } = await runShoal(['init', `${copy}-2`, '--from', `${copy}.zip`])
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is no zip, or a damaged one'),
  })
})

test('two projects with the same service names run side by side and do not see each other', async () => {
  const port = await getPort()
  const { failures } = await underLoad(stack.url, async (load) => {
    mustSucceed(await inCopy('up', '--scale', '2', '--port', String(port)), 'shoal up')
    const there = snapshotSchema.parse((await inCopy('status', '--json')).json)
    expect(there.instances.map(({ name }) => name)).toEqual(
      [1, 2].map((index) => `${basename(copy)}-app-${index}`),
    )
    expect((await stack.status()).instances.map(({ name }) => name)).toEqual([stack.container('app-1')])
    const servedBy = new Set<string | null>()
    for (let count = 0; count < 12; count += 1)
      servedBy.add((await fetch(`http://127.0.0.1:${port}/api/whoami`)).headers.get('x-served-by'))
    expect([...servedBy].sort()).toEqual([1, 2].map((index) => `${basename(copy)}-app-${index}`))
    const seen = await inCopy('exec', '-T', 'app-1', '--', 'getent', 'hosts', stack.container('app-1'))
    expect(seen.code).not.toBe(0)
    expect(Object.keys(load.servedBy())).toEqual([stack.container('app-1')])
    mustSucceed(await inCopy('down', '--volumes'), 'shoal down')
  })
  expect(failures).toEqual([])
  expect((await stack.status()).state).toBe('running')
})
