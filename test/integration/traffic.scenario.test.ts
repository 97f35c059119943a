import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import type { RequestFilter, RequestRecord } from '../../contract/requests.ts'
import { type Second, type Traffic, unpackSeconds } from '../../contract/traffic.ts'
import { createEngine } from '../../engine/engine.ts'
import { type LoadResult, startLoad } from '../support/load.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { answers } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
let engine: Engine
const stop = new AbortController()
/** What a screen that is open all the time would know. */
const seconds = new Map<number, Second>()
let latest: Traffic | undefined

beforeAll(async () => {
  stack = await createStack({ scale: 0 })
  const caddyfile = join(stack.directory, 'Caddyfile')
  const text = await readFile(caddyfile, 'utf8')
  // Small files, so that some thousand requests rotate them.
  await writeFile(caddyfile, text.replace('roll_size 10MiB', 'roll_size 1MiB'))
  await stack.mustShoal('up', '--scale', '2')
  engine = createEngine({ bundledProject: 'stack' })
  void watch()
  await waitFor(() => latest?.source === 'reading')
})
afterAll(async () => {
  stop.abort()
  await engine?.close()
  await stack?.dispose()
})

async function watch(): Promise<void> {
  const input = { directory: stack.directory, window: 900 }
  for await (const item of engine.open('traffic.watch', input, { signal: stop.signal })) {
    latest = item
    for (const second of unpackSeconds(item)) seconds.set(second.at, second)
  }
}

/** Requests so far, by who answered. */
function counted(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { upstreams } of seconds.values())
    for (const { name, requests } of upstreams) counts[name] = (counts[name] ?? 0) + requests
  return counts
}
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
const total = () => [...seconds.values()].reduce((all, second) => all + second.total.requests, 0)

async function send(count: number, paths = ['/api/whoami']): Promise<LoadResult> {
  const load = startLoad({ url: stack.url, connections: 16, paths })
  await answers(load, count)
  const result = await load.stop()
  expect(result.failures).toEqual([])
  return result
}

/** Resolves when nothing is left to be counted: a request of its own was, which the log has after all others. */
async function settled(): Promise<void> {
  const mark = `/api/whoami?settled=${Math.random()}`
  await fetch(`${stack.url}${mark}`)
  const found = await waitFor(async () => (await list({ path: mark }))[0])
  await waitFor(() => [...seconds.keys()].some((at) => at >= Math.floor(found.at / 1000) * 1000))
  await waitFor(() => (latest?.summary.to ?? 0) > found.at)
}

async function list(filter: Partial<RequestFilter>): Promise<RequestRecord[]> {
  const input = { directory: stack.directory, filter, tail: 1_000, follow: false }
  for await (const { requests } of engine.open('requests.follow', input)) return requests
  return []
}

test('each request is counted once, with the instance that answered, while Caddy rotates its log', async () => {
  await settled()
  const before = counted()
  const { sent, servedBy } = await send(4_000)
  expect((await stack.exec('caddy-1', 'sh', '-c', 'ls /var/log/caddy')).split('\n')).toHaveLength(4)
  await settled()
  const grown = Object.entries(counted()).map(([name, count]) => [name, count - (before[name] ?? 0)])
  // The request that settles it has an answer from one of them.
  expect(grown.reduce((all, [, count]) => all + Number(count), 0)).toBe(sent + 1)
  const apart = grown.map(([name, count]) => Number(count) - (servedBy[String(name)] ?? 0))
  expect(apart.sort()).toEqual([...apart.slice(1).map(() => 0), 1])
  expect(latest).toMatchObject({ source: 'reading', sampled: 1, gap: false })
  expect(latest?.summary.total.requests).toBe(total())
  expect(total()).toBe(sum(counted()))
})

test('a Caddy that was killed and started again has its log read on where it was left', async () => {
  await settled()
  const before = total()
  const first = await send(300)
  await stack.crash('caddy-1')
  let tries = 0
  await waitFor(async () => {
    tries += 1
    // Docker takes connections for a container that is just being started again, and leaves them open.
    const answer = await fetch(`${stack.url}/api/whoami`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    )
    return answer?.ok === true
  })
  const second = await send(300)
  await settled()
  const rest = total() - before - first.sent - second.sent - 1
  expect(rest).toBeGreaterThanOrEqual(1)
  expect(rest).toBeLessThanOrEqual(tries)
})

test('another reader, and a new one, count the same', async () => {
  await settled()
  const { json } = await stack.mustShoal('traffic', '--json', '--window', '900')
  const { summary } = json as Traffic
  expect(summary.upstreams.map(({ index }) => index)).toEqual(
    latest?.summary.upstreams.map(({ index }) => index),
  )
  // Its log begins later: two files of 1 MiB and the open one are kept.
  expect(summary.total.requests).toBeGreaterThan(600)
  expect(summary.total.requests).toBeLessThanOrEqual(total())
})

test('requests are found by what they were, and come as they are answered', async () => {
  await fetch(`${stack.url}/api/nothing?found=1`)
  await fetch(`${stack.url}/api/slow?ms=300&found=1`)
  await fetch(`${stack.url}/api/echo?found=1`, {
    method: 'POST',
    body: 'hello',
    headers: { cookie: 'a=1', authorization: 'Bearer 1', 'x-request-id': 'abc' },
  })
  const found = await waitFor(async () => {
    const requests = await list({ path: 'found=1' })
    return requests.length === 3 && requests
  })
  const paths = (requests: readonly RequestRecord[]) =>
    requests.map(({ uri }) => uri.replace(/[?&]found=1/, ''))
  expect(paths(found)).toEqual(['/api/nothing', '/api/slow?ms=300', '/api/echo'])
  const only = async (filter: Partial<RequestFilter>) => paths(await list({ path: 'found=1', ...filter }))
  expect([
    await only({ status: '4xx' }),
    await only({ slowerThan: 299 }),
    await only({ method: 'post' }),
    await only({ requestId: 'abc' }),
    await only({ instances: ['caddy'] }),
  ]).toEqual([['/api/nothing'], ['/api/slow?ms=300'], ['/api/echo'], ['/api/echo'], []])
  expect(found[2]).toMatchObject({ status: 200, bytesIn: 5, retries: 0, requestId: 'abc' })
  expect(Object.keys(found[2]?.requestHeaders ?? {})).not.toEqual(
    expect.arrayContaining(['cookie', 'authorization']),
  )

  // A request without a name gets one, which its instance and the log both know.
  const answer = await fetch(`${stack.url}/api/whoami?nameless=1`)
  const { client } = (await answer.json()) as { client: Record<string, string> }
  const [nameless] = await waitFor(async () => {
    const requests = await list({ path: 'nameless=1' })
    return requests.length === 1 && requests
  })
  expect(client['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  expect(nameless?.requestId).toBe(client['x-request-id'])

  const of = found[1]?.index ?? 0
  expect(await only({ instances: [`app-${of}`], slowerThan: 299 })).toEqual(['/api/slow?ms=300'])

  const following = stack.spawnShoal('requests', '-f', '--tail', '0', '--path', 'live=', '--json')
  let lines = ''
  following.stdout.on('data', (chunk: Buffer) => {
    lines += chunk
  })
  await waitFor(async () => {
    await fetch(`${stack.url}/api/whoami?live=1`)
    return lines.includes('live=1')
  })
  following.kill('SIGINT')
  await following
  expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ uri: '/api/whoami?live=1', status: 200 })
})

test('a request sent to every instance shows what each keeps in its own memory', async () => {
  const ask = (uri: string) =>
    engine.call('requests.replay', { directory: stack.directory, method: 'GET', uri })
  const { answers, differs } = await ask('/api/whoami')
  expect(answers.map(({ name, status, error }) => ({ name, status, error }))).toEqual(
    [1, 2].map((index) => ({ name: stack.container(`app-${index}`), status: 200, error: null })),
  )
  expect(differs).toMatchObject({ status: false, body: true })
  const [body] = answers.map(({ body }) => (body.kind === 'text' ? body.text.split('\n') : []))
  const different = differs.lines.map((number) => body?.[number - 1]?.trim().split(':')[0])
  expect(different).toContain('"requests"')
  expect(different).not.toContain('"node"')

  const same = await ask('/robots.txt')
  expect(same.differs).toMatchObject({ status: false, body: false, lines: [] })
})

test('without Caddy there is nothing to count, and that is said', async () => {
  await stack.mustShoal('stop', 'caddy')
  await waitFor(() => latest?.source === 'no-caddy')
  const { stdout } = await stack.mustShoal('traffic')
  expect(stdout).toContain('Caddy does not run')
  const refused = engine.call('requests.replay', { directory: stack.directory, method: 'GET', uri: '/' })
  await expect(refused).rejects.toMatchObject({ code: 'caddy-unreachable' })
})
