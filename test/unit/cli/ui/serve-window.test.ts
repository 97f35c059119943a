import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { serveWindow, type WindowServer } from '../../../../cli/ui/serve-window.ts'
import { connect } from '../../../../rpc/client.ts'
import { webSocketPort } from '../../../../rpc/websocket.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'
import { scriptedEngine } from '../../../support/scripted-engine.ts'

const engine = scriptedEngine({
  'port.check': ({ port }) => ({ free: false, holder: 'node (pid 7)', next: port + 3 }),
  'settings.get': () => ({ theme: 'dark', openAtLogin: false, askOnQuit: true, notify: true, engine: null }),
})
let folder: string
let server: WindowServer
let origin: string

beforeEach(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>window</title>')
  await writeFile(join(folder, 'assets', 'a-1.js'), 'let a')
  server = await serveWindow({ engine, folder, port: undefined, guest: undefined })
  onTestFinished(() => server.close())
  origin = `http://127.0.0.1:${server.port}`
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(path.startsWith('http') ? path : `${origin}${path}`, { headers, method, redirect: 'manual' })

/** Goes in with a fresh address; returns the cookie. */
async function enter(): Promise<string> {
  const answer = await get(server.address())
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Opens a WebSocket: the status of the refusal, or the open socket. */
function open(headers: Record<string, string>, path = '/rpc'): Promise<WebSocket | number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
  onTestFinished(() => socket.terminate())
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('error', () => {})
  })
}

describe('serveWindow', () => {
  it('lets one browser in with an address, which then leads on without the token', async () => {
    const address = server.address()
    const first = await get(address)
    expect([first.status, first.headers.get('location'), first.headers.get('set-cookie')]).toEqual([
      303,
      '/',
      expect.stringMatching(
        new RegExp(`^shoal-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ])
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(cookie).not.toContain(address.split('=')[1])
    expect(await (await get('/', { cookie })).text()).toContain('window')
    expect((await get(address)).status).toBe(403)
    expect((await get(address, { cookie })).status).toBe(303)
  })

  it('sends a browser that comes from a file over a page of its own, or it would keep its cookie back', async () => {
    const answer = await get(server.address(), { 'sec-fetch-site': 'cross-site' })
    expect([answer.status, answer.headers.has('set-cookie'), await answer.text()]).toEqual([
      200,
      true,
      expect.stringContaining('http-equiv="refresh" content="0; url=/"'),
    ])
  })

  it('does not spend a token on anything but a GET of the page', async () => {
    const address = server.address()
    expect((await get(address, {}, 'HEAD')).status).toBe(403)
    expect((await get(address, {}, 'POST')).status).toBe(405)
    expect((await get(address.replace('/?', '/assets?'))).status).toBe(403)
    expect((await get(address)).status).toBe(303)
  })

  it('refuses an address that is too old', async () => {
    expect((await get(server.address(0))).status).toBe(403)
  })

  it.each(['/', '/index.html', '/assets/a-1.js', '/rpc', '/?token=', '/?token=guess', '/none'])(
    'answers a stranger at %s with 403 and what to do',
    async (path) => {
      const answer = await get(path)
      expect([answer.status, await answer.text()]).toEqual([
        403,
        expect.stringContaining('Open the address that <code>shoal ui</code> printed'),
      ])
    },
  )

  it('refuses a foreign page and a foreign name, even with the cookie and an unspent token', async () => {
    const cookie = await enter()
    const address = server.address()
    const asForeigner = await get('/', { cookie, origin: 'https://evil.example' })
    expect(asForeigner.status).toBe(403)
    expect((await get(address, { origin: 'null' })).status).toBe(403)
    // Undici sets Host by itself, so the request goes out by hand.
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      const asking = request(
        address,
        { headers: { cookie, host: `evil.example:${server.port}` } },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
      asking.end()
    })
    expect(status).toBe(403)
    expect((await get(address)).status).toBe(303)
  })

  it('protects every answer, a refusal too', async () => {
    const cookie = await enter()
    const answers = await Promise.all([
      get('/'),
      get('/', { cookie }),
      get('/none', { cookie }),
      get(server.address()),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 404, 303])
    const { port } = server
    for (const { headers } of answers)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
          "font-src 'self'; manifest-src 'self'; " +
          `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}; ` +
          "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
  })

  it('answers only with what changed', async () => {
    const cookie = await enter()
    const first = await get('/assets/a-1.js', { cookie })
    const etag = first.headers.get('etag') ?? ''
    const again = await get('/assets/a-1.js', { cookie, 'if-none-match': etag })
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
  })

  it('lets the window reach the engine, and nobody else', async () => {
    const cookie = await enter()
    expect(await open({ cookie, origin }, '/other')).toBe(404)
    expect(await open({ origin })).toBe(403)
    expect(await open({ cookie })).toBe(403)
    expect(await open({ cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await open({ cookie, origin, host: `evil.example:${server.port}` })).toBe(403)
    expect(await open({ cookie: `shoal-${server.port}=guess`, origin })).toBe(403)
    const socket = await open({ cookie, origin })
    if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`)
    expect(await connect(webSocketPort(socket)).call('settings.get', {})).toMatchObject({ theme: 'dark' })
  })

  it('closes every window when it ends', async () => {
    const socket = await open({ cookie: await enter(), origin })
    if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await server.close()
    expect(await closed).toBe(1001)
    await expect(get('/')).rejects.toThrow()
  })

  it('takes the next free port, unless it was told which: then it names who holds that', async () => {
    const second = await serveWindow({ engine, folder, port: undefined, guest: undefined })
    onTestFinished(() => second.close())
    expect(second.port).toBeGreaterThan(server.port)
    await expect(serveWindow({ engine, folder, port: server.port, guest: undefined })).rejects.toMatchObject({
      code: 'port-busy',
      message: `Port ${server.port} is used by node (pid 7); no window was opened.`,
      hint: `Run "shoal ui --port ${server.port + 3}", or without --port for the next free one.`,
    })
  })

  it('says when the window is not built', async () => {
    const empty = await temporaryFolder()
    await expect(
      serveWindow({ engine, folder: empty, port: undefined, guest: undefined }),
    ).rejects.toMatchObject({
      code: 'internal',
      hint: 'Run: npm run build',
    })
  })

  it('leads on to the development server that shows the window instead', async () => {
    const guest = createServer()
    await new Promise<void>((resolve) => guest.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void guest.close())
    const address = `http://127.0.0.1:${(guest.address() as AddressInfo).port}`
    const hosting = await serveWindow({ engine, folder, port: undefined, guest: address })
    onTestFinished(() => hosting.close())
    expect((await get(hosting.address())).headers.get('location')).toBe(address)
  })
})
