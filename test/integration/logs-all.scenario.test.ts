import { expect, test, vi } from 'vitest'
import { type LogRecord, logFilterSchema } from '../../contract/logs.ts'
import { connectDocker } from '../../engine/docker/connect.ts'
import type { Docker } from '../../engine/docker/gateway.ts'
import { SharedLogs } from '../../engine/logs/shared-logs.ts'
import type { LogSource } from '../../engine/logs/source.ts'
import { proxyEngine } from '../support/engine-proxy.ts'
import { realEngine } from '../support/real-engine.ts'

const engine = realEngine()

/** Writes numbered lines all the time, from 0 after each start, a number of its own for the run before each. */
const COUNTER = `
  const run = Date.now()
  let n = 0
  setInterval(() => { for (let i = 0; i < 5; i++) console.log('run', run, 'line', n++, 'end') }, 10)
`

async function sourcesOf(docker: Docker): Promise<LogSource[]> {
  const containers = await docker.listContainers([engine.label])
  return containers.map(({ id, name }, at) => ({ id, name, service: 'app', index: at + 1 }))
}

async function* watchSources(docker: Docker, signal: AbortSignal): AsyncGenerator<LogSource[]> {
  for await (const event of docker.events([engine.label], signal))
    if (event.kind !== 'disconnected') yield await sourcesOf(docker)
}

const all = { wants: () => true, filter: logFilterSchema.parse({}) }
const only = (filter: object) => ({ ...all, filter: logFilterSchema.parse(filter) })

/** Follows until it is stopped. */
async function follow(docker: Docker) {
  const logs = new SharedLogs(docker, await sourcesOf(docker), {
    watchSources: (signal) => watchSources(docker, signal),
  })
  const stop = new AbortController()
  const records: LogRecord[] = []
  let skipped = 0
  const reading = (async () => {
    for await (const batch of logs.follow({ ...all, tail: 10_000, signal: stop.signal })) {
      records.push(...batch.records)
      skipped += batch.skipped
    }
  })()
  return {
    logs,
    records,
    skipped: () => skipped,
    async stop() {
      stop.abort()
      await reading
      await logs.close()
    },
  }
}

/** The numbers of each run, in the order in which they came. */
function runsOf(records: readonly LogRecord[]): number[][] {
  const runs = new Map<string, number[]>()
  for (const { text } of records) {
    const [, run = '', , number, end] = text.split(' ')
    // A kill may have cut the last line of a run in two.
    if (end !== 'end') continue
    const numbers = runs.get(run) ?? []
    runs.set(run, numbers)
    numbers.push(Number(number))
  }
  return [...runs.values()]
}

const counted = (numbers: readonly number[]) => numbers.map((_, at) => at)

test('numbered lines are complete over a restart, a recreation and a cut of the connection', async () => {
  const name = engine.name()
  const first = await engine.run(['node', '-e', COUNTER], { name })
  const proxy = await proxyEngine(engine.docker)
  const { docker } = await connectDocker({ environment: { ...process.env, ...proxy.env } })
  try {
    const reading = await follow(docker)
    const sawRuns = (count: number) =>
      vi.waitFor(
        () => {
          const runs = runsOf(reading.records)
          expect(runs.length).toBe(count)
          expect(runs.at(-1)?.length).toBeGreaterThan(100)
        },
        { timeout: 60_000, interval: 50 },
      )
    await sawRuns(1)
    await engine.docker.killContainer(first, 'SIGKILL')
    await vi.waitFor(
      async () => expect((await engine.docker.inspectContainer(first))?.state).toBe('exited'),
      20_000,
    )
    await engine.docker.startContainer(first)
    await sawRuns(2)
    await proxy.cut()
    await proxy.restore()
    const before = reading.records.length
    await vi.waitFor(() => expect(reading.records.length).toBeGreaterThan(before + 100), 60_000)
    await engine.docker.removeContainer(first, { force: true })
    await engine.run(['node', '-e', COUNTER], { name })
    await sawRuns(3)
    await reading.stop()
    const runs = runsOf(reading.records)
    expect(reading.skipped()).toBe(0)
    expect(runs).toEqual(runs.map(counted))
  } finally {
    docker.close()
    await proxy.cut()
  }
})

const WRITER = `
  const trace = 'TypeError: it broke\\n    at handle (/app/a.js:1:2)\\n    at run (/app/b.js:3:4)'
  process.stdout.write('before\\n' + trace + '\\nbehind\\n')
  console.log(JSON.stringify({ level: 30, msg: 'asked', reqId: 'req-7f3a9c21' }))
  console.log('a'.repeat(50) + '!')
  setInterval(() => {}, 1000)
`
const OTHER = `console.log('WARN request_id=req-7f3a9c21 was slow'); setInterval(() => {}, 1000)`
const TRACE = 'TypeError: it broke\n    at handle (/app/a.js:1:2)\n    at run (/app/b.js:3:4)'

test('errors with their stacks, and one request over two instances, are found; no expression holds the log up', async () => {
  await engine.run(['node', '-e', WRITER])
  await engine.run(['node', '-e', OTHER])
  const { logs, records, stop } = await follow(engine.docker)
  await vi.waitFor(() => expect(records.length).toBe(6), 60_000)
  const errors = await logs.search({ ...only({ level: 'error' }), limit: 10 })
  expect(errors.matches.map(({ text }) => text)).toEqual([TRACE])
  const request = await logs.search({ ...only({ request: 'req-7f3a9c21' }), limit: 10 })
  expect(new Set(request.matches.map(({ container }) => container)).size).toBe(2)
  expect(request.total).toBe(2)
  const endless = only({ search: { pattern: '(a+)+$', regex: true } })
  await expect(logs.search({ ...endless, limit: 10 })).rejects.toMatchObject({ code: 'usage' })
  const found = await logs.search({
    ...only({ search: { pattern: '^at run|be[h]ind$', regex: true } }),
    limit: 10,
  })
  expect(found.matches.map(({ text }) => text)).toEqual(['behind'])
  await stop()
})
