import { expect, test, vi } from 'vitest'
import { logFilterSchema } from '../../contract/logs.ts'
import type { Docker } from '../../engine/docker/gateway.ts'
import { SharedLogs } from '../../engine/logs/shared-logs.ts'
import type { LogSource } from '../../engine/logs/source.ts'
import { realEngine } from '../support/real-engine.ts'

const engine = realEngine()

const RATE = 20_000
const SECONDS = 4

/** Writes numbered lines at a rate, then waits; after a restart it goes on with numbers of its own. */
const COUNTER = `
  const run = Date.now(), total = ${RATE * SECONDS}
  let n = 0
  const timer = setInterval(() => {
    const due = Math.min(total, Math.floor(((Date.now() - run) * ${RATE}) / 1000))
    let text = ''
    while (n < due) text += run + ' ' + n++ + ' the quick brown fox jumps over the lazy dog again and again\\n'
    process.stdout.write(text)
    if (n === total) clearInterval(timer)
  }, 10)
  setInterval(() => {}, 1000)
`

/** Docker rotates the log several times meanwhile, as it does for the bundled project. */
const ROTATING = { logging: { driver: 'json-file', options: { 'max-size': '4m', 'max-file': '3' } } }

async function sourcesOf(docker: Docker): Promise<LogSource[]> {
  const containers = await docker.listContainers([engine.label])
  return containers.map(({ id, name }) => ({ id, name, service: 'app', index: 1 }))
}

async function* watchSources(docker: Docker, signal: AbortSignal): AsyncGenerator<LogSource[]> {
  for await (const _event of docker.events([engine.label], signal)) yield await sourcesOf(docker)
}

/** Reads until told to stop; `pause` is waited for after each batch. */
async function follow(
  limits = { lines: 100_000, bytes: 32 * 1024 * 1024 },
  pause: () => Promise<void> | undefined = () => undefined,
) {
  const { docker } = engine
  const stop = new AbortController()
  const runs = new Map<string, number[]>()
  let skipped = 0
  const sources = await sourcesOf(docker)
  const done = (async () => {
    const watch = (signal: AbortSignal) => watchSources(docker, signal)
    const logs = new SharedLogs(docker, sources, { limits, history: 100_000, watchSources: watch })
    const view = { wants: () => true, filter: logFilterSchema.parse({}) }
    for await (const batch of logs.follow({ ...view, tail: 100_000, signal: stop.signal })) {
      skipped += batch.skipped
      for (const { text } of batch.records) {
        // A kill may have cut the last line of a run in two.
        if (!text.endsWith('again')) continue
        const [run = '', number] = text.split(' ')
        const numbers = runs.get(run) ?? []
        runs.set(run, numbers)
        numbers.push(Number(number))
      }
      await pause()
    }
    await logs.close()
  })()
  return {
    runs,
    skipped: () => skipped,
    last: () => [...runs.values()].at(-1)?.at(-1),
    stop: async () => {
      stop.abort()
      await done
    },
  }
}

const ALL = Array.from({ length: RATE * SECONDS }, (_, at) => at)
const LAST = RATE * SECONDS - 1

test('20,000 lines a second arrive complete and in order, across rotations of the log', async () => {
  await engine.run(['node', '-e', COUNTER], ROTATING)
  const reading = await follow()
  await vi.waitFor(() => expect(reading.last()).toBe(LAST), { timeout: 60_000, interval: 200 })
  await reading.stop()
  expect(reading.skipped()).toBe(0)
  expect([...reading.runs.values()].map((numbers) => numbers.length)).toEqual([ALL.length])
  expect([...reading.runs.values()][0]).toEqual(ALL)
})

test('a slow reader gets the newest lines, and is told how many it skipped', async () => {
  await engine.run(['node', '-e', COUNTER])
  let awake = () => {}
  let looksAway = true
  const back = new Promise<void>((resolve) => {
    awake = resolve
  })
  const reading = await follow({ lines: 5_000, bytes: 32e6 }, () => (looksAway ? back : undefined))
  const [source] = await sourcesOf(engine.docker)
  if (source === undefined) throw new Error('no container')
  await vi.waitFor(
    async () => {
      let last = ''
      for await (const { text } of engine.docker.logs(source.id, { follow: false, tail: 1 })) last = text
      expect(last).toContain(` ${LAST} `)
    },
    { timeout: 60_000, interval: 500 },
  )
  looksAway = false
  awake()
  await vi.waitFor(() => expect(reading.last()).toBe(LAST), { timeout: 60_000, interval: 200 })
  await reading.stop()
  const [numbers = []] = reading.runs.values()
  expect(reading.skipped()).toBeGreaterThan(0)
  expect(numbers.length + reading.skipped()).toBe(ALL.length)
  expect(numbers.slice(-5_000)).toEqual(ALL.slice(-5_000))
})

test('a restart in the middle loses and doubles none', async () => {
  const id = await engine.run(['node', '-e', COUNTER])
  const reading = await follow()
  await vi.waitFor(() => expect(reading.last()).toBeGreaterThan(10_000), { timeout: 60_000, interval: 50 })
  await engine.docker.killContainer(id, 'SIGKILL')
  await vi.waitFor(
    async () => expect((await engine.docker.inspectContainer(id))?.state).toBe('exited'),
    10_000,
  )
  await engine.docker.startContainer(id)
  await vi.waitFor(() => expect([reading.runs.size, reading.last()]).toEqual([2, LAST]), {
    timeout: 60_000,
    interval: 200,
  })
  await reading.stop()
  const [first = [], second] = reading.runs.values()
  expect([reading.skipped(), first]).toEqual([0, ALL.slice(0, first.length)])
  expect(second).toEqual(ALL)
})
