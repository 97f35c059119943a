import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { goTo, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

/** Connections that each instance may open: five of them are more than the 97 that PostgreSQL has for clients. */
const POOL = 20

let browser: Browser
let stack: Stack
let window: ShoalWindow
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  stack = await createStack({ scale: 0 })
  const file = join(stack.directory, 'compose.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('    build: ./app\n', '    build: ./app\n    mem_limit: 300m\n'))
  await stack.mustShoal('env', 'set', `DATABASE_POOL_MAX=${POOL}`, '--no-apply')
  await stack.mustShoal('up', '--scale', '2')
  window = await openShoalWindow(browser)
  page = window.page
  await openProject(page, stack.directory)
})

afterAll(async () => {
  await window?.dispose()
  await browser?.close()
  await stack?.dispose()
})

const containers = () => page.getByRole('region', { name: 'Containers' })
const database = () => page.getByRole('region', { name: 'Database' })

describe('the resources of a stack', () => {
  it('has a row for every container with what it uses, and the limit of those that have one', async () => {
    await goTo(page, 'Resources')
    for (const name of ['app-1', 'app-2', 'caddy', 'postgres'])
      await row(containers(), name)
        .getByText(/^[\d.]+ %$/)
        .waitFor()
    await row(containers(), 'app-2').getByText('of 300 MB').waitFor()
    const totals = page.getByRole('region', { name: 'In all' })
    await totals.getByText(/^[\d.]+ of [\d.]+ cores$/).waitFor()
    await totals.getByText(/^[\d.]+ MB of [\d.]+ [GT]B$/).waitFor()
  })

  it('sorts by the keyboard, and tells what was at a moment of a chart', async () => {
    const head = containers().getByRole('columnheader', { name: 'Memory' })
    await head.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    const chart = page.getByRole('slider', { name: 'Memory, moment' })
    await chart.focus()
    await page.keyboard.press('ArrowLeft')
    await waitFor(async () =>
      /^\d\d:\d\d:\d\d, .*app-1 [\d.]+ MB/.test((await chart.getAttribute('aria-valuetext')) ?? ''),
    )
    await page.keyboard.press('Escape')
  })

  it('counts the connections of each instance to the database', async () => {
    for (const name of ['app-1', 'app-2'])
      await waitFor(async () => {
        const cells = await row(database(), name).getByRole('cell').allTextContents()
        return Number(cells.at(-1)) > 0
      })
    expect(
      await database().getByRole('meter', { name: 'Connections' }).getAttribute('aria-valuetext'),
    ).toMatch(/^\d+ of 97, 3 more are kept for administrators$/)
  })

  it('warns on the slider before and beyond the scale at which the pools are too many, and lets it be dragged', async () => {
    await goTo(page, 'Overview')
    const scale = page.getByRole('region', { name: 'Scale' })
    await scale.getByText(/^From 5 on: 5 × 20 .*connections, PostgreSQL takes 97$/).waitFor()
    await whileDragged(page, 6, async () => {
      await scale.getByText(/^6 × 20 .* connections, PostgreSQL takes 97$/).waitFor()
      expect(await scale.getByRole('slider').getAttribute('aria-valuenow')).toBe('6')
    })
    await scale.getByText(/^From 5 on/).waitFor()
  })

  it('leads to psql', async () => {
    await goTo(page, 'Resources')
    await database().getByRole('button', { name: 'Open psql' }).click()
    await page.getByRole('textbox', { name: 'Terminal input' }).waitFor()
  })

  it('says that nothing runs once the stack is down', async () => {
    await goTo(page, 'Resources')
    await stack.mustShoal('down')
    await page.getByRole('heading', { name: 'Nothing runs' }).waitFor()
    expect(window.faults).toEqual([])
  })
})

function row(place: Locator, name: string): Locator {
  return place.getByRole('row').filter({ has: place.page().getByRole('rowheader', { name }) })
}

/** Drags the thumb to a number, and back to where it was before it is let go. */
async function whileDragged(page: Page, to: number, look: () => Promise<void>): Promise<void> {
  const thumb = page.getByRole('slider', { name: 'Instances' })
  const [from, track, now] = await Promise.all([
    thumb.boundingBox(),
    page.getByTestId('track').boundingBox(),
    thumb.getAttribute('aria-valuenow'),
  ])
  if (!from || !track) throw new Error('The slider is not to be seen')
  const x = from.x + from.width / 2
  const y = from.y + from.height / 2
  const step = (track.width - from.width) / 9
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + step * (to - Number(now)), y)
  await look()
  await page.mouse.move(x, y)
  await page.mouse.up()
}
