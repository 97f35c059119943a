import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { type EngineProxy, proxyEngine } from '../support/engine-proxy.ts'
import { startShoalUi } from '../support/shoal-ui.ts'
import { card, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'

let browser: Browser
let stack: Stack
let engine: EngineProxy
let window: ShoalWindow | undefined

beforeAll(async () => {
  browser = await startBrowser()
  stack = await createStack({ scale: 2 })
})
afterAll(async () => {
  await browser?.close()
  await stack?.dispose()
})
beforeEach(async () => {
  engine = await proxyEngine(stack.docker)
  await stack.mustShoal('scale', '2')
})
afterEach(async () => {
  await window?.dispose()
  await engine.cut().catch(() => {})
})

it('without Docker the window says what to do, and goes on by itself once it runs', async () => {
  await engine.cut()
  window = await openShoalWindow(browser, { env: engine.env })
  const { page } = window
  await page.getByRole('heading', { name: /Docker/ }).waitFor()
  await page.getByText('Shoal looks again by itself').waitFor()
  await engine.restore()
  await page.getByText('Shoal looks again by itself').waitFor({ state: 'hidden' })
  await openProject(page, stack.directory)
  await page.getByText('2 of 2 healthy').waitFor()
})

it('an engine that stops in the middle is named, what was seen stays, and it recovers by itself', async () => {
  window = await openShoalWindow(browser, { env: engine.env })
  const { page } = window
  await openProject(page, stack.directory)
  await card(page, 'app-1').getByText('serving').waitFor()
  await engine.cut()
  await page.getByText('Shoal looks again by itself').waitFor()
  await card(page, 'app-1').waitFor()
  await engine.restore()
  await page.getByText('Shoal looks again by itself').waitFor({ state: 'hidden' })
  await stack.mustShoal('scale', '1')
  await page.getByText('1 of 1 healthy').waitFor()
})

it('a cut connection to Shoal’s engine is named, and the window is up to date again by itself', async () => {
  const line = await cuttableLine()
  window = await openShoalWindow(browser, { prepare: line.lay })
  const { page } = window
  await openProject(page, stack.directory)
  await page.getByText('2 of 2 healthy').waitFor()
  await line.cut()
  await page.getByText('Shoal’s engine does not answer').first().waitFor()
  await card(page, 'app-1').waitFor()
  await stack.mustShoal('scale', '1')
  line.mend()
  await page.getByText('1 of 1 healthy').waitFor()
  await page.getByText('Shoal’s engine does not answer').first().waitFor({ state: 'hidden' })
  expect(window.faults.filter((fault) => !fault.includes('WebSocket'))).toEqual([])
})

it('a window of an earlier shoal ui says so, and which address to open', async () => {
  window = await openShoalWindow(browser)
  const { page, pid, port } = window
  await openProject(page, stack.directory)
  process.kill(pid, 'SIGKILL')
  await page.getByText('Shoal’s engine does not answer').first().waitFor()
  const next = await startShoalUi({}, port)
  try {
    await page.getByText('shoal ui was started anew').first().waitFor()
    await page.goto(next.url)
    await page.getByText('2 of 2 healthy').waitFor()
  } finally {
    await next.dispose()
  }
})

it('a reload in the middle of a scale shows it running, and it goes on to its end', async () => {
  window = await openShoalWindow(browser)
  const { page } = window
  await openProject(page, stack.directory)
  await page.getByText('2 of 2 healthy').waitFor()
  await page.getByRole('slider', { name: 'Instances' }).focus()
  await page.keyboard.press('5')
  const activity = page.getByRole('region', { name: 'Activity' })
  await activity.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.reload()
  await page.getByText('5 of 5 healthy').waitFor({ timeout: 60_000 })
  await activity.getByText('Scale to 5').waitFor()
  expect((await stack.status()).scale.wanted).toBe(5)
})

/** A WebSocket between the page and `shoal ui` that a test can cut. */
async function cuttableLine() {
  const open = new Set<WebSocketRoute>()
  let whole = true
  return {
    lay: (page: Page) =>
      page.routeWebSocket(/\/rpc$/, (near) => {
        if (!whole) return void near.close()
        near.connectToServer()
        open.add(near)
      }),
    async cut() {
      whole = false
      await Promise.all([...open].map((near) => near.close()))
      open.clear()
    },
    mend() {
      whole = true
    },
  }
}
