import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { card, goTo, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

const THEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1600, height: 1000 },
  { width: 900, height: 600 },
] as const

/** Tries to scroll what frames the window; tells what gave way. Runs in the page. */
const SCROLLED_FRAMES = `[document.documentElement, document.body, document.querySelector('#root')]
  .filter((frame) => {
    frame.scrollTop = 1000
    frame.scrollLeft = 1000
    return frame.scrollTop !== 0 || frame.scrollLeft !== 0
  })
  .map(({ tagName }) => tagName)`

let browser: Browser
let stack: Stack
let window: ShoalWindow

beforeAll(async () => {
  browser = await startBrowser()
  stack = await createStack({ scale: 2 })
  window = await openShoalWindow(browser)
})

afterAll(async () => {
  await window?.dispose()
  await browser?.close()
  await stack?.dispose()
})

/** Each leads to what is looked at; in this order, each from where the one before has left. */
const PLACES: readonly [name: string, go: (page: Page) => Promise<unknown>][] = [
  ['the welcome screen', (page) => page.getByRole('button', { name: 'Try the sample' }).waitFor()],
  [
    'the overview',
    async (page) => {
      await openProject(page, stack.directory)
      await page.getByText('2 of 2 healthy').waitFor()
    },
  ],
  [
    'the menu of an instance',
    async (page) => {
      await card(page, 'app-1').getByRole('button', { name: 'Actions for app-1' }).click()
      await page.getByRole('menu').waitFor()
    },
  ],
  [
    'the question before removing',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Remove containers…' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'the traffic',
    async (page) => {
      await page.keyboard.press('Escape')
      await fetch(new URL('/api/whoami', stack.url))
      await goTo(page, 'Traffic')
      await page.getByRole('grid', { name: 'Requests' }).getByText('/api/whoami').first().click()
      await page.getByRole('region', { name: 'Request', exact: true }).waitFor()
    },
  ],
  [
    'a replay',
    async (page) => {
      await page.getByRole('button', { name: 'Replay on every instance' }).click()
      await page.getByRole('table', { name: 'Answers of every instance' }).waitFor()
    },
  ],
  [
    'the resources',
    async (page) => {
      await page.keyboard.press('Escape')
      await goTo(page, 'Resources')
      await page.getByRole('row', { name: /app-2 .* kB\/s|app-2 .* B\/s/ }).waitFor()
    },
  ],
  [
    'the logs',
    async (page) => {
      await goTo(page, 'Logs')
      await fetch(new URL('/api/whoami', stack.url))
      await page.getByText('/api/whoami').first().waitFor()
    },
  ],
  [
    'the details of a line, and one request',
    async (page) => {
      await page.getByRole('log', { name: 'Log lines' }).press('Enter')
      await page.keyboard.press('Enter')
      await page.getByRole('complementary', { name: 'Details' }).waitFor()
      await page.evaluate("location.hash = '#/logs?request=not-there-1'")
      await page.getByText('No line is like that').waitFor()
    },
  ],
  [
    'an expression that is none',
    async (page) => {
      await page.getByRole('button', { name: 'Show all requests again' }).click()
      await page.getByRole('button', { name: 'Regular expression' }).click()
      await page.getByRole('textbox', { name: 'Search the lines' }).fill('(')
      await page.getByText('This is no regular expression yet').waitFor()
    },
  ],
  [
    'the environment',
    async (page) => {
      await goTo(page, 'Environment')
      await page.getByRole('region', { name: 'Review' }).waitFor()
    },
  ],
  [
    'the settings',
    async (page) => {
      await goTo(page, 'Settings')
      await page.getByText('Maximum scale').waitFor()
    },
  ],
  [
    'the command palette',
    async (page) => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('dialog').waitFor()
    },
  ],
]

describe.each(PLACES)('%s', (_name, go) => {
  it('has no serious fault for assistive technology, light or dark, in a large and a small window', async () => {
    const { page } = window
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await go(page)
    const found: string[] = []
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        found.push(...(await lastingFaults(page)).map((fault) => `${size.width} ${colorScheme}: ${fault}`))
      }
    }
    expect(found).toEqual([])
  })

  it('cannot be scrolled out of its frame', async () => {
    const { page } = window
    await page.setViewportSize({ width: 900, height: 600 })
    expect(await page.evaluate(SCROLLED_FRAMES)).toEqual([])
  })
})

/** What axe finds once the page has come to rest in its new size and theme; empty as soon as it finds nothing. */
async function lastingFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  let found: string[] = []
  const clean = async () => {
    found = await faultsOf(page)
    return found.length === 0
  }
  await waitFor(clean, { deadline: 3_000, interval: 200 }).catch(() => {})
  return found
}

/** What axe finds serious or worse on the page as it is now. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    // `lastingFaults` has put it there.
    (globalThis as unknown as { axe: typeof axe }).axe.run(),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
}
