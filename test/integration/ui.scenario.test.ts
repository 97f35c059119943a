import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import getPort from 'get-port'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { connect } from '../../rpc/client.ts'
import { webSocketPort } from '../../rpc/websocket.ts'
import { buildRenderer } from '../../scripts/build-renderer.js'
import { runShoal, type ShoalProcess, spawnShoal } from '../support/shoal.ts'

let running: ShoalProcess | undefined

beforeAll(async () => {
  await buildRenderer()
})

afterEach(async () => {
  running?.kill('SIGKILL')
  await running
})

/** Starts `shoal ui` and waits for its address. */
async function start() {
  const port = await getPort()
  running = spawnShoal(['ui', '--no-open', '--port', String(port)])
  const [address = ''] = await once(createInterface(running.stdout), 'line')
  return { process: running, port, address, origin: new URL(address).origin }
}

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers, redirect: 'manual' })

function open(origin: string, headers: Record<string, string>): Promise<WebSocket | number | undefined> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers })
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('error', () => {})
  })
}

test('shoal ui must let one browser in with what it printed, and everyone else stay out', async () => {
  const { process, port, address, origin } = await start()
  const token = new URL(address).searchParams.get('token') ?? ''
  expect([address.startsWith(`http://127.0.0.1:${port}/?token=`), token.length]).toEqual([true, 43])

  const strangers = await Promise.all([
    get(origin),
    get(`${origin}/index.html`),
    get(`${origin}/?token=${token.replace(/./g, 'A')}`),
    get(address, { origin: 'https://evil.example' }),
  ])
  expect(strangers.map(({ status }) => status)).toEqual([403, 403, 403, 403])

  const entered = await get(address)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect([entered.status, entered.headers.get('location'), (await get(address)).status]).toEqual([
    303,
    '/',
    403,
  ])

  const page = await (await get(`${origin}/`, { cookie })).text()
  const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
  const code = await get(`${origin}${script}`, { cookie })
  expect([code.status, code.headers.get('content-type'), code.headers.get('cache-control')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'private, max-age=31536000, immutable',
  ])

  const refused = await Promise.all([
    open(origin, { cookie }),
    open(origin, { origin }),
    open(origin, { cookie, origin: 'https://evil.example' }),
    open(origin, { cookie, origin, host: `evil.example:${port}` }),
  ])
  expect(refused).toEqual([403, 403, 403, 403])

  const cmdline = await readFile(`/proc/${process.pid}/cmdline`, 'utf8').catch(() => '')
  expect(cmdline).not.toContain(token)
  process.kill('SIGINT')
  expect((await process).stderr).not.toContain(token)
})

test('a window must reach the engine until shoal ui is interrupted, which ends its streams and the process', async () => {
  const { process, address, origin } = await start()
  const cookie = (await get(address)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const socket = await open(origin, { cookie, origin })
  if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const engine = connect(webSocketPort(socket))

  expect(await engine.call('app.about', {})).toMatchObject({ kind: 'browser', resident: false })
  await expect(engine.call('port.check', { port: 0 })).rejects.toMatchObject({ code: 'usage' })
  const seen: unknown[] = []
  const watching = (async () => {
    for await (const item of engine.open('engine.watch', {})) {
      if (seen.push(item) === 1) process.kill('SIGINT')
    }
  })()

  await expect(watching).rejects.toMatchObject({ code: expect.stringMatching(/^(disconnected|cancelled)$/) })
  expect([seen.length > 0, await closed, (await process).exitCode]).toEqual([true, 1001, 0])
})

test('a port that is taken must be refused by the name of who holds it, unless it was not asked for', async () => {
  const { port } = await start()
  const { code, stdout, stderr } = await runShoal(['ui', '--no-open', '--port', String(port)])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(
    new RegExp(`Port ${port} is used by node \\(pid \\d+\\); no window was opened\\.`, 'm'),
  )
})
