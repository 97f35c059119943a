import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LABELS } from '../../engine/project/labels.ts'
import { startLoad } from '../support/load.ts'
import { readFiles } from '../support/project-files.ts'
import { runShoal, type ShoalResult } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

/** Runs a command that must be refused: no file, no container and no request may suffer. */
async function refused(command: readonly string[]): Promise<ShoalResult> {
  const before = { files: await readFiles(stack), ids: await ids() }
  const load = startLoad({ url: stack.url, connections: 4 })
  const result = await stack.shoal(...command)
  expect((await load.stop()).failures).toEqual([])
  expect({ files: await readFiles(stack), ids: await ids() }).toEqual(before)
  return result
}

/** Ids of all containers of the project: another id would be another container. */
async function ids(): Promise<string[]> {
  const containers = await stack.docker.listContainers([`${LABELS.project}=${stack.project}`])
  return containers.map(({ id }) => id).sort()
}

/** Changes a file of the project for one test. */
async function spoil(name: string, change: (text: string) => string | Buffer): Promise<void> {
  const path = join(stack.directory, name)
  const text = await readFile(path)
  onTestFinished(() => writeFile(path, text))
  await writeFile(path, change(text.toString()))
}

describe('a number of instances that is not possible is a mistake in the command:', () => {
  for (const scale of ['0', '-1', '11', 'x', '2.5', ''])
    test(`scale ${scale || "''"}`, async () => {
      const { code, stderr } = await refused(['scale', scale])
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/1 to 10|1 and 10|number/) })
    })
})

describe('a malformed .env is named with its line and changes nothing:', () => {
  const garbage: Record<string, [(text: string) => string | Buffer, string]> = {
    'a quote that is not closed': [(text) => `${text}SECRET_X="hunter2\n`, 'quoted'],
    'bytes that are no text': [
      (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x00])]),
      'UTF-8',
    ],
    'a key with a space': [(text) => `${text}MY KEY=hunter2\n`, 'line'],
    'a line of noise': [(text) => `${text}!!! hunter2 ???\n`, 'line'],
    'a template that does not end': [(text) => `${text}A=\${hunter2\n`, 'line'],
  }
  for (const [name, [change, words]] of Object.entries(garbage))
    for (const command of [['up'], ['scale', '3'], ['env', 'set', 'A=1']])
      test(`${name}: ${command.join(' ')}`, async () => {
        await spoil('.env', change)
        const { code, stderr } = await refused(command)
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(/^error .*\.env line \d+/),
        })
        expect(stderr).toContain(words)
        expect(stderr).not.toContain('hunter2')
      })
})

describe('a malformed compose.yaml is named with its line and changes nothing:', () => {
  const garbage: Record<string, (text: string) => string | Buffer> = {
    'no YAML': (text) => text.replace('  app:\n', '  app:\n   - : {\n'),
    'a key that Shoal cannot run': (text) =>
      text.replace('    build: ./app', '    build: ./app\n    privileged: true'),
    'a bare word': () => 'nonsense',
    'nothing at all': () => '',
    'bytes that are no text': () => Buffer.from([0x73, 0x0a, 0xff, 0xfe]),
  }
  for (const [name, change] of Object.entries(garbage))
    for (const command of [['up'], ['scale', '3'], ['env', 'set', 'A=1']])
      test(`${name}: ${command.join(' ')}`, async () => {
        await spoil('compose.yaml', change)
        const { code, stderr } = await refused(command)
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(/^error compose\.yaml line \d+/),
        })
      })
})

describe('a malformed Caddyfile is named with its line and changes nothing:', () => {
  const garbage: Record<string, (text: string) => string | Buffer> = {
    'a directive that does not exist': (text) => text.replace('encode zstd gzip', 'encodee zstd gzip'),
    'a block that does not end': (text) => `${text}\n:81 {\n`,
    noise: () => '!!! {{{ ???',
    'bytes that are no text': () => Buffer.from([0x3a, 0x38, 0x30, 0x20, 0xff, 0x00, 0xfe]),
  }
  for (const [name, change] of Object.entries(garbage))
    for (const command of [['up'], ['scale', '3'], ['restart', 'caddy'], ['restart'], ['env', 'set', 'A=1']])
      test(`${name}: ${command.join(' ')}`, async () => {
        await spoil('Caddyfile', change)
        const { code, stderr } = await refused(command)
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(/^error .*Caddyfile( line |:)\d+/m),
        })
      })
})

test('a port that a process holds: names the process, and a free one', async () => {
  const server = createServer()
  const port = await getPort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  for (const command of [
    ['port', String(port)],
    ['up', '--port', String(port)],
  ]) {
    const { code, stderr } = await refused(command)
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`error Port ${port} is `) })
    expect(stderr).toMatch(new RegExp(`node.*pid ${process.pid}|pid ${process.pid}.*node`, 'i'))
    expect(stderr).toMatch(/hint .*\b\d{4,5}\b/)
  }
})

test('a port that a container holds: names the container', async () => {
  const port = await getPort()
  const name = `${stack.project}-holder`
  await holdName(name, { ports: [{ target: 80, published: port, hostIp: '127.0.0.1', protocol: 'tcp' }] })
  const { code, stderr } = await refused(['port', String(port)])
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(name) })
  expect(stderr).toMatch(/hint .*\b\d{4,5}\b/)
})

test('a foreign container with the name of an instance is left alone', async () => {
  const name = stack.container('app-3')
  const id = await holdName(name)
  const { code, stderr } = await refused(['scale', '3'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining(`A container named ${name} is there already`),
  })
  expect((await stack.docker.inspectContainer(name))?.id).toBe(id)
})

test('another folder with the same project name is refused', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'shoal-other-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const other = join(parent, stack.project)
  await runShoal(['init', other])
  for (const command of [['up'], ['scale', '3'], ['down', '--volumes'], ['env', 'set', 'A=1']]) {
    const before = await ids()
    const { code, stderr } = await runShoal(['--project', other, ...command])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(
        `The project name "${stack.project}" is in use by the folder ${stack.directory}`,
      ),
    })
    expect(await ids()).toEqual(before)
  }
})

test('an image that is nowhere to be had is named', async () => {
  await spoil('compose.yaml', (text) =>
    text.replace('    build: ./app', '    image: registry.invalid/shoal/none:1'),
  )
  const { code, stderr } = await refused(['up'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('registry.invalid/shoal/none:1'),
  })
})

/** Starts a container that is none of the project's. */
async function holdName(name: string, more: object = {}): Promise<string> {
  const id = await stack.docker.createContainer({
    name,
    image: 'node:24-slim',
    command: ['sleep', '600'],
    env: {},
    labels: {},
    ports: [],
    mounts: [],
    tmpfs: [],
    networks: {},
    restart: { name: 'no', maximumRetries: 0 },
    extraHosts: [],
    ulimits: {},
    ...more,
  })
  onTestFinished(() => stack.docker.removeContainer(id, { force: true }))
  await stack.docker.startContainer(id)
  return id
}
