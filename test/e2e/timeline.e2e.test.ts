import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { timelineEntrySchema } from '../../contract/timeline.ts'
import { startBrowser } from '../support/browser.ts'
import { card, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let browser: Browser
let stack: Stack
let window: ShoalWindow

beforeAll(async () => {
  browser = await startBrowser()
  stack = await createStack({ scale: 2 })
  window = await openShoalWindow(browser)
  await openProject(window.page, stack.directory)
  await card(window.page, 'app-2').getByText('serving').waitFor()
})
afterAll(async () => {
  await window?.dispose()
  await browser?.close()
  await stack?.dispose()
})

const timeline = () =>
  window.page.getByRole('region', { name: 'Activity' }).getByRole('list', { name: 'Timeline' })

it('an instance that is killed from outside is named, with whoever did it', async () => {
  await stack.docker.killContainer(stack.container('app-2'), 'SIGKILL')
  const entry = timeline().getByRole('button', { name: /app-2 was killed from outside/ })
  await entry.click({ timeout: 60_000 })
  await timeline().getByText('from outside Shoal, through Docker').waitFor()
  await stack.docker.startContainer(stack.container('app-2'))
  await card(window.page, 'app-2').getByText('serving').waitFor({ timeout: 60_000 })
})

it('a scale under load says how many requests it cost', async () => {
  const { page } = window
  const { failures } = await underLoad(
    stack.url,
    async () => {
      await page.getByRole('slider', { name: 'Instances' }).focus()
      await page.keyboard.press('3')
      await timeline()
        .getByRole('button', { name: /Scale to 3/ })
        .waitFor({ timeout: 120_000 })
    },
    { connections: 4 },
  )
  expect(failures).toEqual([])
  const entry = timeline().getByRole('button', { name: /Scale to 3/ })
  expect(await entry.textContent()).toMatch(/ · 0 of [\d,]+ requests? lost$/)
})

it('incidents and commands can be told apart, and all of it saved as JSON', async () => {
  const { page } = window
  const activity = page.getByRole('region', { name: 'Activity' })
  await activity.getByRole('radio', { name: 'Incidents' }).click()
  await timeline()
    .getByRole('button', { name: /Scale to 3/ })
    .waitFor({ state: 'hidden' })
  await timeline()
    .getByRole('button', { name: /app-2 was killed/ })
    .first()
    .waitFor()
  await activity.getByRole('radio', { name: 'Commands' }).click()
  await timeline()
    .getByRole('button', { name: /app-2 was killed/ })
    .first()
    .waitFor({ state: 'hidden' })
  await activity.getByRole('radio', { name: 'All' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    activity.getByRole('button', { name: 'Save the timeline as JSON' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${stack.project}-timeline.json`)
  const { entries } = JSON.parse(await readFile(await download.path(), 'utf8'))
  const saved = timelineEntrySchema.array().parse(entries)
  expect(saved.map(({ what }) => what)).toContain('scale 2 -> 3')
  expect(window.faults).toEqual([])
})

it('files that were edited outside are told on every screen, reviewed by keyboard, and applied only then', async () => {
  const { page } = window
  const env = join(stack.directory, '.env')
  const text = await readFile(env, 'utf8')
  await writeFile(env, 'API_TOKEN="never closed\n')
  await page.getByText('What runs goes on running.').waitFor({ timeout: 30_000 })
  await writeFile(env, `${text}\nGREETING=hello\nAPI_TOKEN=t0p-s3cret\n`)
  await page.getByText('.env was edited. Nothing is applied before you say so.').waitFor({ timeout: 30_000 })
  await page.getByText('app-1, app-2 and app-3 are replaced one after another').waitFor()
  await page.getByRole('button', { name: 'Review changes' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Apply the project’s files?' })
  const edits = dialog.getByRole('region', { name: 'Edits of .env' })
  expect(
    (await edits.getByRole('listitem').allTextContents()).map((line) => line.replace(/\s+/g, ' ')),
  ).toEqual(['+added: API_TOKENa secret', '+added: GREETINGhello'])
  expect(await page.content()).not.toContain('t0p-s3cret')
  await dialog.getByText('env changed: API_TOKEN, GREETING').waitFor()
  expect(await stack.exec('app-1', 'sh', '-c', 'echo "$GREETING"')).toBe('\n')
  await dialog.getByRole('button', { name: 'Apply' }).press('Enter')
  await page.getByText('.env was edited.').waitFor({ state: 'detached' })
  await expect
    .poll(() => stack.exec('app-1', 'sh', '-c', 'echo "$GREETING"').catch(() => ''), { timeout: 90_000 })
    .toBe('hello\n')
  await page.getByRole('button', { name: 'Review changes' }).waitFor({ state: 'detached' })
  expect(window.faults).toEqual([])
})
