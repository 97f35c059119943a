import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { createEngine } from '../../engine/engine.ts'
import { serve } from '../../rpc/host.ts'
import { buildDesktop } from '../../scripts/build-desktop.js'
import { root } from '../../scripts/setup/paths.js'
import { startBrowser } from '../support/browser.ts'
import { type DesktopPage, openDesktopPage } from '../support/electron/desktop-page.ts'
import { createStack, type Stack } from '../support/stack.ts'

let browser: Browser
let engine: Engine
let stack: Stack
let desktop: DesktopPage

beforeAll(async () => {
  await buildDesktop()
  browser = await startBrowser()
  stack = await createStack({ scale: 0 })
  engine = createEngine({
    bundledProject: join(root, 'stack'),
    dataFolder: join(stack.directory, '.data'),
    desktop: { kind: 'desktop', resident: true, chooseFolder: async () => stack.directory },
  })
  desktop = await openDesktopPage(browser, (port) => void serve(engine, port))
})

afterAll(async () => {
  await browser?.close()
  await engine?.close()
  await stack?.dispose()
})

it('The page works under the desktop’s policy, on a port from its preload script', async () => {
  const { page } = desktop
  await page.getByRole('button', { name: /sample/i }).waitFor()
  expect(await page.evaluate('JSON.stringify(window.shoal)')).toBe('{"host":"electron"}')
  expect(await desktop.violations()).toEqual([])
})

it('A menu leads the page to a folder’s project and through its screens', async () => {
  const { page } = desktop
  await desktop.lead(`/open?${new URLSearchParams({ directory: stack.directory })}`)
  await page.getByRole('heading', { name: stack.project }).waitFor()
  for (const screen of ['Logs', 'Environment', 'Settings', 'Overview']) {
    await desktop.lead(`/${screen.toLowerCase()}`)
    await page
      .getByRole('link', { name: screen, exact: true })
      .and(page.locator('[aria-current=page]'))
      .waitFor()
  }
  expect(await desktop.violations()).toEqual([])
})
