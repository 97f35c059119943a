import type { Browser, Page } from 'playwright-core'
import { startShoalUi } from './shoal-ui.ts'

/** Shoal's window in a browser, with a `shoal ui` behind it that serves nobody else. */
export interface ShoalWindow {
  readonly page: Page
  /** Errors that the page logged or threw: none is expected. */
  readonly faults: readonly string[]
  /** The process that serves it, and where. */
  readonly pid: number
  readonly port: number
  dispose(): Promise<void>
}

export interface WindowOptions {
  readonly width?: number
  readonly height?: number
  /** Runs before the page loads. */
  readonly prepare?: (page: Page) => Promise<void>
  /** Of `shoal ui`. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts `shoal ui` and opens its window. Nothing is remembered from an earlier one. */
export async function openShoalWindow(
  browser: Browser,
  { width = 1280, height = 800, prepare, env = {} }: WindowOptions = {},
): Promise<ShoalWindow> {
  const ui = await startShoalUi(env)
  const context = await browser.newContext({ viewport: { width, height } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await prepare?.(page)
  await page.goto(ui.url)
  return {
    page,
    faults,
    pid: ui.pid,
    port: ui.port,
    dispose: async () => {
      await context.close()
      await ui.dispose()
    },
  }
}

/** Opens a folder's project from the welcome screen, as a user without a list of recent ones does. */
export async function openProject(page: Page, directory: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a folder' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open a folder' })
  await dialog.getByRole('button', { name: 'Type a path' }).click()
  const path = dialog.getByRole('textbox', { name: 'Path of the folder' })
  await path.fill(directory)
  await path.press('Enter')
  await dialog.getByRole('button', { name: 'Open project' }).click()
  await page.getByRole('slider', { name: 'Instances' }).waitFor()
}

/** Goes to a screen by its link. */
export async function goTo(
  page: Page,
  screen: 'Overview' | 'Traffic' | 'Resources' | 'Logs' | 'Environment' | 'Settings',
) {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click()
  await page.getByRole('main').waitFor()
}

/** One instance's card. */
export function card(page: Page, instance: string) {
  return page.getByRole('region', { name: 'Instances' }).getByRole('article', { name: instance })
}
