import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Engine } from '../../contract/engine.ts'
import { servePage } from '../../electron/main/page/serve-page.ts'
import { serve } from '../../rpc/host.ts'
import type { Frame } from '../../rpc/port.ts'
import { root } from '../../scripts/setup/paths.js'

export interface ScriptedWindow {
  readonly page: Page
  /** Errors that the page logged or threw: none is expected. */
  readonly faults: readonly string[]
  dispose(): Promise<void>
}

interface ScriptedOptions {
  readonly engine: Engine
  /** The project that the window shows from the beginning. */
  readonly directory: string
  readonly width?: number
  readonly height?: number
}

const ORIGIN = 'http://shoal.localhost'

/** Shows the built window in a browser with an engine of the test's own at the other end of its wire: no server, no Docker. */
export async function openScriptedWindow(
  browser: Browser,
  { engine, directory, width = 1280, height = 800 }: ScriptedOptions,
): Promise<ScriptedWindow> {
  const context = await browser.newContext({ viewport: { width, height } })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  const files = servePage(join(root, 'dist', 'renderer'))
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const response = await files(new Request(`https://shoal${pathname}`))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  await page.routeWebSocket(`${ORIGIN.replace('http', 'ws')}/rpc`, (socket) => {
    serve(engine, {
      send: (frame) => socket.send(typeof frame === 'string' ? frame : Buffer.from(frame)),
      onMessage: (callback: (frame: Frame) => void) =>
        socket.onMessage((message) =>
          callback(typeof message === 'string' ? message : new Uint8Array(message)),
        ),
      onClose: (callback) => socket.onClose(callback),
      close: () => void socket.close(),
    })
  })
  await page.addInitScript(`sessionStorage.setItem('shoal.project', ${JSON.stringify(directory)})`)
  await page.goto(`${ORIGIN}/`)
  return { page, faults, dispose: () => context.close() }
}
