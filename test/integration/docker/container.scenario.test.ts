import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { IDLE, realEngine } from '../../support/real-engine.ts'

const engine = realEngine()

test('a container lives from creation to removal as it was specified', async () => {
  const { docker } = engine
  const [front, back, data] = [engine.name(), engine.name(), engine.name()]
  const labels = { 'shoal.test': engine.label.split('=')[1] ?? '' }
  for (const name of [front, back]) await docker.createNetwork({ name, labels })
  await docker.createVolume({ name: data, labels })
  const id = await engine.run(IDLE, {
    hostname: 'one',
    env: { SECRET: 'a b=c\n"d"' },
    networks: { [front]: ['alias-front'], [back]: ['alias-back'] },
    mounts: [{ type: 'volume', source: data, target: '/data', readOnly: false }],
    tmpfs: ['/fast:size=1m'],
    healthcheck: { test: ['CMD', 'true'], interval: 200, timeout: 5_000 },
    memory: 128 * 1024 * 1024,
    cpus: 0.5,
    pids: 64,
    init: true,
    extraHosts: ['elsewhere:10.1.2.3'],
    ulimits: { nofile: { soft: 256, hard: 512 } },
    logging: { driver: 'json-file', options: { 'max-size': '1m', 'max-file': '2' } },
  })
  await expect
    .poll(async () => (await docker.inspectContainer(id))?.health, { timeout: 10_000 })
    .toBe('healthy')
  const container = await docker.inspectContainer(id)
  expect(container).toMatchObject({
    state: 'running',
    env: { SECRET: 'a b=c\n"d"' },
    restarts: 0,
    command: IDLE,
  })
  expect(Object.entries(container?.networks ?? {}).map(([name, ip]) => [name, ip !== ''])).toEqual([
    [front, true],
    [back, true],
  ])

  const began = performance.now()
  await docker.stopContainer(id, 5_000)
  expect(performance.now() - began).toBeLessThan(4_000)
  expect(await docker.inspectContainer(id)).toMatchObject({ state: 'exited', exitCode: 0 })
  await docker.stopContainer(id, 0)
  await docker.removeContainer(id)
  await docker.removeContainer(id)
  expect(await docker.inspectContainer(id)).toBeUndefined()
  await docker.removeNetwork(front)
  await docker.removeNetwork(front)
  await docker.removeVolume(data)
  await docker.removeVolume(data)
  expect([await docker.inspectNetwork(front), await docker.inspectVolume(data)]).toEqual([
    undefined,
    undefined,
  ])
})

test('starting a running container is success, killing a stopped one is not', async () => {
  const id = await engine.run(IDLE)
  await engine.docker.startContainer(id)
  await engine.docker.killContainer(id, 'SIGKILL')
  await expect.poll(async () => (await engine.docker.inspectContainer(id))?.exitCode).toBe(137)
  await expect(engine.docker.killContainer(id, 'SIGKILL')).rejects.toMatchObject({ code: 'container-failed' })
})

test('a port that a container holds is busy, and its holder is found', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await expect.poll(() => server.address()).not.toBeNull()
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const ports = [{ target: 80, published: port, hostIp: '127.0.0.1', protocol: 'tcp' as const }]
  const byProcess = await engine.create(IDLE, { ports })
  const busy = { code: 'port-busy', message: expect.stringContaining(`Port ${port} is already in use`) }
  await expect(engine.docker.startContainer(byProcess)).rejects.toMatchObject(busy)
  expect(await engine.docker.findPortHolders(port)).toEqual([])

  await new Promise((resolve) => server.close(resolve))
  await engine.docker.startContainer(byProcess)
  const byContainer = await engine.create(IDLE, { ports })
  await expect(engine.docker.startContainer(byContainer)).rejects.toMatchObject(busy)
  expect((await engine.docker.findPortHolders(port)).map(({ id }) => id)).toEqual([byProcess])
})

test('a missing image is told by its name', async () => {
  await expect(engine.create([], { image: 'shoal-test/nothing:1' })).rejects.toMatchObject({
    code: 'image-missing',
    message: expect.stringContaining('shoal-test/nothing:1'),
  })
})

test('a container that vanishes while they are listed is left out', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(() => engine.create(IDLE)))
  const lists = Array.from({ length: 10 }, () => engine.docker.listContainers([engine.label]))
  await Promise.all(ids.map((id) => engine.docker.removeContainer(id, { force: true })))
  for (const list of await Promise.all(lists)) expect(list.length).toBeLessThanOrEqual(4)
})

test('two removals at once both succeed, and the name is free after each', async () => {
  const id = await engine.run(IDLE)
  const removal = async () => {
    await engine.docker.removeContainer(id, { force: true })
    return engine.docker.inspectContainer(id)
  }
  expect(await Promise.all([removal(), removal(), removal()])).toEqual([undefined, undefined, undefined])
})
