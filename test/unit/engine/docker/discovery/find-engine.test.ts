import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseHost } from '../../../../../engine/docker/discovery/endpoint.ts'
import { findEngine } from '../../../../../engine/docker/discovery/find-engine.ts'
import { fakeEngine, temporaryFolder } from '../../../../support/fake-engine.ts'
import { emptyMachine } from '../../../../support/surroundings.ts'

const answering = () => fakeEngine((_request, response) => response.end('OK'))

/** A socket that accepts and never says a word; `left` resolves when its caller gives up. */
async function hangingSocket(): Promise<{ path: string; left: Promise<unknown> }> {
  const path = join(await temporaryFolder(), 'hanging.sock')
  const server = createServer()
  const left = once(server, 'connection').then(([socket]) => once(socket.resume(), 'close'))
  await new Promise<void>((resolve) => void server.listen(path, resolve))
  onTestFinished(() => void server.close())
  return { path, left }
}

async function writeContext(home: string, name: string, meta: unknown): Promise<void> {
  const folder = join(home, '.docker/contexts/meta', createHash('sha256').update(name).digest('hex'))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'meta.json'), JSON.stringify(meta))
}

async function writeConfig(home: string, text: string): Promise<void> {
  await mkdir(join(home, '.docker'), { recursive: true })
  await writeFile(join(home, '.docker/config.json'), text)
}

const context = (Host: string) => ({ Name: 'x', Endpoints: { docker: { Host } } })

test('the setting beats DOCKER_HOST, DOCKER_HOST beats a context, DOCKER_CONTEXT the current one', async () => {
  const [setting, variable, named, current] = await Promise.all([
    answering(),
    answering(),
    answering(),
    answering(),
  ])
  const home = await temporaryFolder()
  await writeContext(home, 'named', context(`unix://${named.socketPath}`))
  await writeContext(home, 'current', context(`unix://${current.socketPath}`))
  await writeConfig(home, '{"currentContext":"current"}')
  const DOCKER_HOST = `unix://${variable.socketPath}`
  const found = async (given: { setting?: string; environment: Record<string, string> }) => {
    const { endpoint, report } = await findEngine(await emptyMachine({ home, ...given }))
    return [endpoint.socketPath, report.attempts.map(({ source, result }) => `${source} ${result}`)]
  }
  const environment = { DOCKER_HOST, DOCKER_CONTEXT: 'named' }
  expect(await found({ setting: setting.socketPath, environment })).toEqual([
    setting.socketPath,
    ['the engine chosen in the settings ok'],
  ])
  expect(await found({ environment })).toEqual([variable.socketPath, ['DOCKER_HOST ok']])
  expect(await found({ environment: { DOCKER_CONTEXT: 'named' } })).toEqual([
    named.socketPath,
    ['context named ok'],
  ])
  expect(await found({ environment: {} })).toEqual([current.socketPath, ['context current ok']])
})

test('known sockets are probed at once and chosen in order, past what is absent, stale or silent', async () => {
  const engine = await answering()
  const later = await answering()
  const stale = await answering()
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'stale.sock'), '')
  await stale.stop()
  const paths = [
    join(folder, 'absent'),
    join(folder, 'stale.sock'),
    (await hangingSocket()).path,
    engine.socketPath,
    later.socketPath,
  ]
  const candidates = paths.map((path) => ({ source: 'known socket', endpoint: parseHost(path, 'test') }))
  const began = performance.now()
  const { endpoint, report } = await findEngine(await emptyMachine(), [
    async () => ({ named: false, candidates }),
  ])
  expect(endpoint.socketPath).toBe(engine.socketPath)
  expect(report.attempts.map(({ result }) => result)).toEqual(['absent', 'refused', 'timeout', 'ok'])
  expect(performance.now() - began).toBeLessThan(1_900)
})

test('a silent socket after the chosen one is dropped at once', async () => {
  const engine = await answering()
  const { path, left } = await hangingSocket()
  const candidates = [engine.socketPath, path].map((socket) => ({
    source: 'known socket',
    endpoint: parseHost(socket, 'test'),
  }))
  const began = performance.now()
  await findEngine(await emptyMachine(), [async () => ({ named: false, candidates })])
  await left
  expect(performance.now() - began).toBeLessThan(900)
})

test('a missing context is an error, not a reason to take another engine', async () => {
  const machine = await emptyMachine({ environment: { DOCKER_CONTEXT: 'gone' } })
  await expect(findEngine(machine)).rejects.toMatchObject({
    code: 'engine-context',
    message: 'The Docker context "gone", named by DOCKER_CONTEXT, does not exist; no other engine was tried.',
  })
})

test.each([
  ['no endpoint', { Endpoints: {} }],
  ['an address that is none', context('nonsense://x')],
])('a context with %s is an error', async (_what, meta) => {
  const home = await temporaryFolder()
  await writeConfig(home, '{"currentContext":"odd"}')
  await writeContext(home, 'odd', meta)
  await expect(findEngine(await emptyMachine({ home }))).rejects.toMatchObject({ code: 'engine-context' })
})

test('a configuration that is no JSON is an error that names the file', async () => {
  const home = await temporaryFolder()
  await writeConfig(home, '{"currentContext":')
  await expect(findEngine(await emptyMachine({ home }))).rejects.toMatchObject({
    code: 'engine-context',
    message: expect.stringContaining(join(home, '.docker/config.json')),
  })
})

test('DOCKER_CONTEXT=default means the sockets, whatever the current context is', async () => {
  const home = await temporaryFolder()
  await writeConfig(home, '{"currentContext":"gone"}')
  const machine = await emptyMachine({ home, platform: 'win32', environment: { DOCKER_CONTEXT: 'default' } })
  await expect(findEngine(machine)).rejects.toMatchObject({ code: 'engine-not-installed' })
})

test('a named engine that does not answer is stopped, and no other is tried', async () => {
  const machine = await emptyMachine({ environment: { DOCKER_HOST: 'unix:///nowhere/docker.sock' } })
  await expect(findEngine(machine)).rejects.toMatchObject({
    code: 'engine-stopped',
    message:
      'The Docker engine at unix:///nowhere/docker.sock, named by DOCKER_HOST, does not answer; no other engine was tried.',
    details: ['DOCKER_HOST: unix:///nowhere/docker.sock: absent'],
  })
})
