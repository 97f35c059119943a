import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { advance, type ProgressState } from '../../cli/progress/state.ts'
import type { Engine } from '../../contract/engine.ts'
import type { Activity } from '../../contract/models.ts'
import type { Stats, Usage } from '../../contract/stats.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { createEngine } from '../../engine/engine.ts'
import { proxyEngine } from '../support/engine-proxy.ts'
import { expectWhole } from '../support/expect-stack.ts'
import { killAt } from '../support/kill-at.ts'
import { patience } from '../support/project-files.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
let dataFolder: string
let engine: Engine
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'shoal-data-'))
  stack = await createStack({ scale: 1 })
  engine = createEngine({ bundledProject: 'stack', dataFolder })
})
afterAll(async () => {
  await engine?.close()
  await stack?.dispose()
  await rm(dataFolder, { recursive: true, force: true })
})

/** What the command line and this engine did, newest first. */
const commands = async (): Promise<TimelineEntry[]> =>
  (await engine.call('timeline.list', { directory: stack.directory })).entries.filter(
    ({ kind }) => kind === 'command',
  )
const newest = async (): Promise<TimelineEntry | undefined> => (await commands())[0]

/** Collects what a stream of the engine yields, until the test ends. */
function collect<T>(open: (signal: AbortSignal) => AsyncIterable<T>) {
  const stop = new AbortController()
  const items: T[] = []
  const done = (async () => {
    for await (const item of open(stop.signal)) items.push(item)
  })()
  done.catch(() => {})
  onTestFinished(() => stop.abort())
  return { items, done }
}

const watchStack = (of = engine) =>
  collect((signal) => of.open('stack.watch', { directory: stack.directory }, { signal }))
const watchActivity = () =>
  collect((signal) => engine.open('stack.activity', { directory: stack.directory }, { signal }))
const watchEngine = (of = engine) => collect((signal) => of.open('engine.watch', {}, { signal }))

describe('the timeline', () => {
  test('tells what the command line did, with its operations, their causes and times', async () => {
    await stack.mustShoal('scale', '2')
    const entry = await newest()
    expect(entry).toEqual({
      id: expect.any(String),
      kind: 'command',
      what: 'scale 1 -> 2',
      command: 'scale 2',
      container: null,
      cause: 'shoal',
      at: expect.any(Number),
      took: expect.any(Number),
      outcome: 'done',
      requests: { total: 0, lost: 0, counted: true },
      operations: expect.arrayContaining([
        {
          id: `create ${stack.container('app-2')}`,
          verb: 'create',
          target: stack.container('app-2'),
          cause: 'scale 1 -> 2',
          state: 'done',
          detail: '',
          at: expect.any(Number),
          took: expect.any(Number),
        },
      ]),
    })
    expect(entry?.operations.map(({ state }) => state)).not.toContain('waiting')
  })

  test('tells of a command that was killed, and lines that make no sense cost nothing', async () => {
    const killed = stack.spawnShoal('scale', '3')
    await killAt(killed, `wait-ready ${stack.container('app-3')}`)
    expect(await newest()).toMatchObject({
      what: 'scale 2 -> 3',
      command: 'scale 3',
      took: null,
      outcome: 'interrupted',
      requests: null,
    })
    await appendFile(join(stack.directory, '.shoal', 'timeline.jsonl'), '{"begin":{"id":')
    await stack.mustShoal('scale', '1')
    const entries = (await commands()).slice(0, 3)
    expect(entries.map(({ command, outcome }) => `${command}: ${outcome}`)).toEqual([
      'scale 1: done',
      'scale 3: interrupted',
      'scale 2: done',
    ])
  })

  test('keeps no value of the environment and nothing that an instance logged', async () => {
    await patience(stack, { ready: '5s' })
    const { code, stderr } = await stack.shoal('env', 'set', 'DATABASE_URL=postgres://u:hush-hush@nowhere/x')
    expect(code, stderr).toBe(1)
    expect(await newest()).toMatchObject({
      command: 'env DATABASE_URL',
      outcome: 'failed',
      error: { code: 'rollout-failed' },
    })
    const text = await readFile(join(stack.directory, '.shoal', 'timeline.jsonl'), 'utf8')
    expect(text).not.toMatch(/hush-hush|nowhere|"details"/)
    await patience(stack, { ready: '60s' })
  })
})

test('a second window sees a scale from its beginning, and cancels it; the stack keeps serving', async () => {
  await stack.mustShoal('scale', '1')
  const first = watchActivity()
  const { failures } = await underLoad(stack.url, async () => {
    const scaling = engine.call('stack.scale', { directory: stack.directory, scale: 3 })
    const outcome = scaling.then(
      () => 'done',
      (error) => error.code,
    )
    await waitFor(() => first.items.some((item) => item.kind === 'operation' && /^wait-ready/.test(item.id)))
    const second = watchActivity()
    await waitFor(() => stateOf(second.items).some(({ state }) => state === 'running'))
    expect(second.items[0]).toMatchObject({ kind: 'planned', command: 'scale 3' })
    expect(stateOf(second.items)).toEqual(stateOf(first.items))
    const snapshot = await engine.call('stack.status', { directory: stack.directory })
    expect(snapshot.work).toEqual({
      command: 'shoal scale 3',
      pid: process.pid,
      since: expect.any(Number),
      here: true,
    })

    expect(await engine.call('stack.cancel', { directory: stack.directory })).toEqual({ cancelled: true })
    expect(await outcome).toBe('cancelled')
    expect(await engine.call('stack.cancel', { directory: stack.directory })).toEqual({ cancelled: false })
    await waitFor(() => second.items.at(-1)?.kind === 'ended')
    expect(stateOf(second.items)).toEqual(stateOf(first.items))
  })
  expect(failures).toEqual([])
  expect(await newest()).toMatchObject({
    command: 'scale 3',
    outcome: 'cancelled',
    error: { code: 'cancelled' },
  })
  await engine.call('stack.scale', { directory: stack.directory, scale: 1 })
  await expectWhole(stack, 1)
})

function stateOf(items: readonly Activity[]): ProgressState {
  return items.reduce<ProgressState>(advance, [])
}

test('a snapshot names another process that works on the project', async () => {
  const watched = watchStack()
  const running = stack.spawnShoal('scale', '2')
  await running
  const works = () =>
    new Set(watched.items.map(({ work }) => work && `${work.command} ${work.pid} ${work.here}`))
  await waitFor(() => watched.items.at(-1)?.work === null && works().size > 1)
  expect(works()).toEqual(new Set([null, `shoal scale 2 ${running.pid} false`]))
})

test('stats tell of every running container, of one that crashed and of one that joins', async () => {
  await engine.call('stack.scale', { directory: stack.directory, scale: 1 })
  const { items } = collect((signal) =>
    engine.open('stats.watch', { directory: stack.directory }, { signal }),
  )
  const names = () => lastStats(items).map(({ name }) => name)
  const all = (...suffixes: string[]) => suffixes.map((suffix) => stack.container(suffix))
  await waitFor(() => names().length === 3)
  expect(lastStats(items)).toEqual(
    all('app-1', 'caddy-1', 'postgres-1').map((name) => ({
      name,
      service: name.slice(stack.project.length + 1, -2),
      index: 1,
      cpu: expect.any(Number),
      cpuLimit: expect.any(Number),
      memory: expect.any(Number),
      memoryLimit: expect.any(Number),
      received: expect.any(Number),
      sent: expect.any(Number),
      read: expect.any(Number),
      written: expect.any(Number),
      rates: {
        received: expect.any(Number),
        sent: expect.any(Number),
        read: expect.any(Number),
        written: expect.any(Number),
      },
      processes: expect.any(Number),
    })),
  )
  for (const { memory, processes, memoryLimit } of lastStats(items))
    expect(memory > 1_000_000 && memory < memoryLimit && processes >= 1).toBe(true)
  const received = lastStats(items)[0]?.received ?? 0
  await stack.crash('app-1')
  // Its network counts from the beginning again.
  await waitFor(() => (lastStats(items)[0]?.received ?? received) < received && names().length === 3)
  await engine.call('stack.scale', { directory: stack.directory, scale: 2 })
  await waitFor(() => names().length === 4)
  await engine.call('stack.scale', { directory: stack.directory, scale: 1 })
  await waitFor(() => names().length === 3)
})

function lastStats(items: readonly Stats[]): readonly Usage[] {
  return items.at(-1)?.containers ?? []
}

test('an engine that goes away and returns is told as such, and everything works again by itself', async () => {
  const proxy = await proxyEngine(stack.docker)
  onTestFinished(proxy.cut)
  const behind = createEngine({ bundledProject: 'stack', dataFolder, environment: proxy.env })
  onTestFinished(() => behind.close())
  const { directory } = stack
  const states = watchEngine(behind)
  const told = () => states.items.map(({ state }) => state)
  const watched = watchStack(behind)
  await waitFor(() => watched.items.length > 0)
  for (const round of [1, 2]) {
    await proxy.cut()
    await waitFor(() => told().length === round * 2)
    await expect(behind.call('stack.status', { directory })).rejects.toMatchObject({ code: 'engine-stopped' })
    await proxy.restore()
    await waitFor(() => told().length === round * 2 + 1)
    expect((await behind.call('stack.status', { directory })).state).toBe('running')
    for await (const { instances } of behind.open('stack.watch', { directory })) {
      if (instances.every(({ inRotation }) => inRotation)) break
    }
    await behind.call('stack.restart', { directory, names: ['app-1'] })
  }
  await expect(watched.done).rejects.toMatchObject({ code: 'engine-lost' })
  expect(told()).toEqual(['found', 'missing', 'found', 'missing', 'found'])
  expect(states.items[1]).toMatchObject({
    error: { code: 'engine-stopped' },
    attempts: [{ source: 'DOCKER_HOST', host: proxy.env.DOCKER_HOST, result: 'absent' }],
  })
})

test('choosing another engine ends what is read from the old one, and choosing it back brings it again', async () => {
  const proxy = await proxyEngine(stack.docker)
  onTestFinished(proxy.cut)
  const states = watchEngine()
  const hosts = () => states.items.map((item) => item.state === 'found' && item.engine.host)
  const watched = watchStack()
  await waitFor(() => watched.items.length > 0 && hosts().length === 1)
  await engine.call('settings.set', { engine: proxy.env.DOCKER_HOST })
  await expect(watched.done).rejects.toMatchObject({ code: 'engine-lost' })
  await waitFor(() => hosts().length === 2)
  expect((await engine.call('stack.status', { directory: stack.directory })).engine.host).toBe(
    proxy.env.DOCKER_HOST,
  )
  await engine.call('settings.set', { engine: null })
  await waitFor(() => hosts().length === 3)
  expect(hosts()).toEqual([hosts()[2], proxy.env.DOCKER_HOST, hosts()[2]])
})

test('settings that make no sense are kept aside and told, and two Shoals see what each other changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'settings.json')
  const garbage = '{"theme":"plaid","notify":false,"later":{"kept":1}}'
  await writeFile(path, garbage)
  const warnings: string[] = []
  const [one, other] = [1, 2].map(() =>
    createEngine({ bundledProject: 'stack', dataFolder: folder, warn: (text) => void warnings.push(text) }),
  ) as [Engine, Engine]
  onTestFinished(async () => void (await Promise.all([one.close(), other.close()])))
  const expected = { theme: 'system', openAtLogin: false, askOnQuit: true, notify: false, engine: null }
  expect(await one.call('settings.get', {})).toEqual(expected)
  expect(warnings).toEqual([
    `${path} cannot be used (theme); the defaults stand in. The file as it is was kept as ${path}.rejected.`,
  ])
  expect(await readFile(`${path}.rejected`, 'utf8')).toBe(garbage)

  const seen: string[] = []
  for await (const { theme } of other.open('settings.watch', {})) {
    seen.push(theme)
    if (theme === 'system') await one.call('settings.set', { theme: 'dark' })
    else break
  }
  expect(seen).toEqual(['system', 'dark'])
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...expected, theme: 'dark', later: { kept: 1 } })
})
