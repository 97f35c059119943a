import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { servePage } from '../../../electron/main/page/serve-page.ts'
import type { Frame, Port } from '../../../rpc/port.ts'
import { root } from '../../../scripts/setup/paths.js'

/** What a page gets instead of Electron's modules: an ipcRenderer that answers the wish for a port as main does. */
const MODULES = `
  const listeners = new Map()
  const violations = []
  window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(violatedDirective + ' ' + blockedURI))
  window.desk = { violations, lead: (to) => listeners.get('navigate')({ ports: [] }, to) }
  const electron = {
    contextBridge: { exposeInMainWorld: (name, value) => { window[name] = value } },
    ipcRenderer: {
      on: (channel, listener) => listeners.set(channel, listener),
      send: async () => {
        const { port1, port2 } = new MessageChannel()
        await window.connectEngine()
        window.desk.receive = (frame) => port1.postMessage(frame)
        port1.onmessage = ({ data }) => window.tellEngine(data)
        listeners.get('port')({ ports: [port2] })
      },
    },
  }
`

export interface DesktopPage {
  readonly page: Page
  /** What the page's policy kept it from. */
  violations(): Promise<string[]>
  /** Leads the page somewhere, as menus do. */
  lead(to: string): Promise<void>
}

/**
 * Shows the built page in a browser as the desktop app does: its files under the desktop's policy, its engine over a port
 * from the built preload script. Frames that hold bytes are not carried.
 */
export async function openDesktopPage(browser: Browser, serve: (port: Port) => void): Promise<DesktopPage> {
  const page = await browser.newPage()
  const files = servePage(join(root, 'dist', 'renderer'))
  await page.route('https://shoal/**', async (route) => {
    const response = await files(new Request(route.request().url()))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  let receive = (_frame: Frame) => {}
  await page.exposeFunction('connectEngine', () =>
    serve({
      send: (frame) =>
        void page.evaluate(`window.desk.receive(${JSON.stringify(frame)})`).catch(() => undefined),
      onMessage: (callback) => {
        receive = callback
      },
      onClose: (callback) => page.once('close', callback),
      close: () => {},
    }),
  )
  await page.exposeFunction('tellEngine', (frame: Frame) => receive(frame))
  const preload = await readFile(join(root, 'out', 'preload', 'index.cjs'), 'utf8')
  await page.addInitScript(`{ ${MODULES}; ((require) => { ${preload} })(() => electron) }`)
  await page.goto('https://shoal/')
  return {
    page,
    violations: () => page.evaluate('window.desk.violations'),
    lead: (to) => page.evaluate(`window.desk.lead(${JSON.stringify(to)})`),
  }
}
