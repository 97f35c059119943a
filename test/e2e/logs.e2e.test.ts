import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { goTo, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

/** More lines than the window begins with, so that the first of them are older than what it holds. */
const MANY = 2_600

const REQUEST = 'req-7f3a90'

const TRACE = [
  'Error: the cart is gone',
  ...Array.from({ length: 9 }, (_, at) => `    at frame${at} (/app/cart.js:${at + 1}:5)`),
]

let browser: Browser
let stack: Stack
let window: ShoalWindow

beforeAll(async () => {
  browser = await startBrowser()
  stack = await createStack({ scale: 2 })
  await write('app-1', ['the very first line'])
  await write(
    'app-1',
    Array.from({ length: MANY }, (_, at) => `filler ${at}`),
  )
  await write('app-1', [JSON.stringify({ level: 'info', msg: 'cart opened', reqId: REQUEST, items: 3 })])
  await write('app-2', [JSON.stringify({ level: 'warn', msg: 'price is old', reqId: REQUEST })])
  await write('app-2', TRACE)
  await write('app-1', ['INFO all is well'])
  window = await openShoalWindow(browser)
  await openProject(window.page, stack.directory)
  await goTo(window.page, 'Logs')
  await shown('INFO all is well')
})

afterAll(async () => {
  await window?.dispose()
  await browser?.close()
  await stack?.dispose()
})

describe('the logs', () => {
  it('keep a stack together, folded until a key unfolds it', async () => {
    const { page } = window
    await shown('▸ 6 more lines')
    expect(await text(page)).not.toContain('frame8')
    const log = page.getByRole('log', { name: 'Log lines' })
    await log.press('Enter')
    await walkUpTo('the cart is gone')
    await log.press('ArrowRight')
    await shown('frame8')
    await log.press('ArrowLeft')
    await shown('▸ 6 more lines')
  })

  it('show everything that is known of a line', async () => {
    const { page } = window
    const log = page.getByRole('log', { name: 'Log lines' })
    await walkUpTo('cart opened')
    await log.press('Enter')
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByText('items', { exact: true }).waitFor()
    expect(await details.getByRole('region', { name: 'Fields' }).innerText()).toContain(REQUEST)
  })

  it('follow one request over the instances, and come back', async () => {
    const { page } = window
    await page.getByRole('button', { name: 'Follow request' }).click()
    await page.getByText('2 lines from all instances and services').waitFor()
    await shown('price is old')
    expect(await text(page)).not.toContain('filler')
    await page.getByRole('button', { name: 'Show all requests again' }).click()
    await shown('filler')
    await page.getByRole('button', { name: 'Close the details' }).click()
  })

  it('show only errors with one key', async () => {
    const { page } = window
    await page.getByRole('log', { name: 'Log lines' }).press('e')
    await page.getByRole('radio', { name: 'Errors', checked: true }).waitFor()
    await shown('the cart is gone')
    await hidden('price is old')
    await page.keyboard.press('e')
    await shown('price is old')
  })

  it('find what is older than what the window holds', async () => {
    const { page } = window
    await page.getByRole('log', { name: 'Log lines' }).press('End')
    await page.getByRole('button', { name: 'Regular expression' }).click()
    const search = page.getByRole('textbox', { name: 'Search the lines' })
    await search.fill('the very f.rst')
    await page.getByText('1 match', { exact: true }).waitFor()
    await search.press('Enter')
    await page.getByText('1 of 1').waitFor()
    await shown('the very first line')
  })

  it('say what is wrong with an expression', async () => {
    const { page } = window
    const search = page.getByRole('textbox', { name: 'Search the lines' })
    await search.fill('(order')
    await page.getByText('This is no regular expression yet: Unterminated group.').waitFor()
    await search.press('Escape')
    await page.getByRole('button', { name: 'Regular expression' }).click()
  })

  it('save what is shown', async () => {
    const { page } = window
    await page.evaluate(`location.hash = '#/logs?request=${REQUEST}'`)
    await page.getByText('2 lines from all instances and services').waitFor()
    const saved = async (item: string) => {
      await page.getByRole('button', { name: 'Copy or save' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ])
      return (await readFile(await download.path(), 'utf8')).trimEnd().split('\n')
    }
    const records = (await saved('Save as JSON lines')).map((line) => JSON.parse(line))
    expect(records.map(({ message }) => message)).toEqual(['cart opened', 'price is old'])
    expect(await saved('Save as text')).toEqual([
      expect.stringContaining('cart opened'),
      expect.stringContaining('price is old'),
    ])
    await page.getByRole('button', { name: 'Show all requests again' }).click()
  })

  it('are found again as they were', async () => {
    const { page } = window
    await shown('filler')
    const search = page.getByRole('textbox', { name: 'Search the lines' })
    await search.fill('the very first line')
    await page.getByText('1 match', { exact: true }).waitFor()
    await search.press('Enter')
    await shown('the very first line')
    await search.press('Escape')
    await goTo(page, 'Overview')
    await goTo(page, 'Logs')
    await shown('the very first line')
    await page.getByRole('button', { name: /Follow|new line/ }).click()
  })

  it('tell what happens to an instance among its lines, unless that is hidden', async () => {
    const { page } = window
    await stack.crash('app-2')
    await shown('■ died')
    await page.getByRole('button', { name: 'View' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Health and lifecycle' }).click()
    await page.keyboard.press('Escape')
    await hidden('■ died')
  })

  it('have caused no error of the page', () => {
    expect(window.faults).toEqual([])
  })
})

async function write(instance: string, lines: readonly string[]): Promise<void> {
  await stack.exec(instance, 'sh', '-c', 'printf "%s\\n" "$@" > /proc/1/fd/1', 'sh', ...lines)
}

function listed() {
  return window.page.getByRole('log', { name: 'Log lines' }).getByRole('listitem')
}

async function shown(words: string): Promise<void> {
  await listed().filter({ hasText: words }).first().waitFor({ state: 'attached' })
}

async function hidden(words: string): Promise<void> {
  await listed().filter({ hasText: words }).first().waitFor({ state: 'detached' })
}

async function text(page: Page): Promise<string> {
  return (await page.getByRole('log', { name: 'Log lines' }).getByRole('listitem').allTextContents()).join(
    '\n',
  )
}

/** Goes up line by line; each is said before the next key, or the walk would go beyond the one that is wanted. */
async function walkUpTo(words: string): Promise<void> {
  const { page } = window
  for (;;) {
    const said = await waitFor(() => chosenText(page))
    if (said.includes(words)) return
    await page.getByRole('log', { name: 'Log lines' }).press('ArrowUp')
    await waitFor(async () => (await chosenText(page)) !== said)
  }
}

/** What the window says of the line that is chosen. */
async function chosenText(page: Page): Promise<string> {
  return (await page.getByRole('status', { name: 'Chosen line' }).textContent()) ?? ''
}
