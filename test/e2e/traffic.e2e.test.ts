import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { type Load, startLoad } from '../support/load.ts'
import { goTo, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

let browser: Browser
let stack: Stack
let window: ShoalWindow
let load: Load

beforeAll(async () => {
  browser = await startBrowser()
  stack = await createStack({ scale: 3 })
  window = await openShoalWindow(browser)
})

afterAll(async () => {
  await load?.stop()
  await window?.dispose()
  await browser?.close()
  await stack?.dispose()
})

const table = () => window.page.getByRole('table', { name: 'Traffic per instance' })
const list = () => window.page.getByRole('grid', { name: 'Requests' })
const details = () => window.page.getByRole('region', { name: 'Request', exact: true })
const filter = () => window.page.getByRole('textbox', { name: 'Filter' })

it('without a request it offers the address to open', async () => {
  const { page } = window
  await openProject(page, stack.directory)
  await page.getByText('3 of 3 healthy').waitFor()
  await goTo(page, 'Traffic')
  const open = page.getByRole('link', { name: /^Open / })
  await open.waitFor()
  expect(await open.getAttribute('href')).toContain(String(stack.port))
})

it('under load every instance has its row, its share and its place in the charts', async () => {
  const { page } = window
  load = startLoad({
    url: stack.url,
    connections: 4,
    postEvery: 5,
    paths: ['/api/whoami', '/api/slow?ms=40'],
  })
  for (const instance of ['app-1', 'app-2', 'app-3', 'Total'])
    await table().getByRole('row', { name: instance }).waitFor()
  await waitFor(async () => (await figuresOf(table(), 'app-2'))[0] !== '0')
  for (const name of ['Requests per second', 'Latency', 'Errors'])
    await page.getByRole('region', { name, exact: true }).getByRole('slider').waitFor()
  await waitFor(async () => /app-3 [1-9]/.test(await momentOf('Requests per second')))
})

it('the table sorts by a column, with the keyboard alone', async () => {
  const { page } = window
  const head = (name: string) => table().getByRole('columnheader', { name })
  await head('Req/s').getByRole('button').focus()
  await page.keyboard.press('Enter')
  expect(await head('Req/s').getAttribute('aria-sort')).toBe('descending')
  await page.keyboard.press('Enter')
  expect(await head('Req/s').getAttribute('aria-sort')).toBe('ascending')
  await head('Instance').getByRole('button').focus()
  await page.keyboard.press('Space')
  expect(await table().locator('tbody th').allInnerTexts()).toEqual(['app-1', 'app-2', 'app-3'])
})

it('a filter lists what matches and nothing else', async () => {
  await filter().fill('instance:2 method:get whoami')
  const rows = list()
    .getByRole('row')
    .filter({ hasNot: window.page.getByRole('columnheader') })
  await waitFor(async () => {
    const texts = await rows.allInnerTexts()
    return texts.length > 0 && texts.every((text) => /GET\s+\/api\/whoami[\s\S]*app-2/.test(text))
  })
  await filter().fill('status:9')
  await window.page.getByText('status: takes a class or a code').waitFor()
  await filter().press('Escape')
  expect(await filter().inputValue()).toBe('')
})

it('a request that was sent a moment ago opens to all that is known of it', async () => {
  await fetch(new URL('/api/whoami?mine=1', stack.url), { headers: { authorization: 'Bearer secret' } })
  await filter().fill('mine=1')
  await list().getByText('/api/whoami?mine=1').first().click()
  await details().getByText('HTTP/1.1').waitFor()
  const said = await details().innerText()
  expect(said).toContain('200')
  expect(said).not.toContain('secret')
  expect(
    await details()
      .getByRole('link', { name: /Open on instance/ })
      .getAttribute('href'),
  ).toMatch(new RegExp(`^http://app-[123]\\.localhost:${stack.port}/api/whoami\\?mine=1$`))
})

it('replayed on every instance it shows where their answers differ', async () => {
  const { page } = window
  await details().getByRole('button', { name: 'Replay on every instance' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay on every instance' })
  await dialog.getByText('The answers differ in').waitFor()
  const answers = dialog.getByRole('table', { name: 'Answers of every instance' })
  for (const instance of ['app-1', 'app-2', 'app-3'])
    await answers.getByRole('columnheader', { name: instance }).waitFor()
  expect(await answers.locator('mark', { hasText: '"instance"' }).count()).toBe(3)
  expect(await answers.locator('mark', { hasText: '"node"' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

it('a request that changes something is not replayed, and it says why', async () => {
  await filter().fill('method:POST')
  await list().getByText('/api/echo').first().click()
  await details().getByText('Only GET, HEAD and OPTIONS are replayed').waitFor()
  expect(await details().getByRole('button', { name: 'Replay on every instance' }).isDisabled()).toBe(true)
})

it('requests are walked through, opened and closed by keys, while new ones wait', async () => {
  const { page } = window
  await details().press('Escape')
  await filter().fill('')
  await list().focus()
  await list().getByText('/api/').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await details().waitFor()
  await page.getByRole('button', { name: /new requests?$/ }).waitFor()
  await list().press('Escape')
  await details().waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /new requests?$/ }).waitFor({ state: 'hidden' })
})

it('what is done to the stack is marked in the charts', async () => {
  await stack.mustShoal('scale', '2')
  await waitFor(async () => /Scale to 2/.test(await walk('Requests per second', /Scale to 2/)))
})

it('pause keeps what is shown', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('paused at').waitFor()
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByText('paused at').waitFor({ state: 'hidden' })
})

it('no request was lost and the page has seen no error', async () => {
  expect((await load.stop()).failures).toEqual([])
  expect(window.faults).toEqual([])
})

/** The figures of a row, as they are written. */
async function figuresOf(within: Locator, instance: string): Promise<string[]> {
  return await within.getByRole('row', { name: instance }).getByRole('cell').allInnerTexts()
}

/** What a chart says of the moment under its cursor. */
async function momentOf(chart: string): Promise<string> {
  const slider = window.page.getByRole('region', { name: chart, exact: true }).getByRole('slider')
  return (await slider.getAttribute('aria-valuetext')) ?? ''
}

/** Walks back through a chart with the arrow keys until it says something. */
async function walk(chart: string, wanted: RegExp): Promise<string> {
  const slider = window.page.getByRole('region', { name: chart, exact: true }).getByRole('slider')
  await slider.focus()
  await slider.press('End')
  for (let step = 0; step < 60; step += 1) {
    const said = await momentOf(chart)
    if (wanted.test(said)) return said
    await slider.press('ArrowLeft')
  }
  return ''
}
