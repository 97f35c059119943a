import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'

let browser: Browser
let stacks: Stack[]
let window: ShoalWindow

beforeAll(async () => {
  browser = await startBrowser()
  stacks = await Promise.all([createStack({ scale: 0 }), createStack({ scale: 0 })])
  window = await openShoalWindow(browser)
})

afterAll(async () => {
  await window?.dispose()
  await browser?.close()
  await Promise.all((stacks ?? []).map((stack) => stack.dispose()))
})

it('a number that was dialled for one project is not taken for another', async () => {
  const { page } = window
  const [first, second] = stacks
  const slider = page.getByRole('slider', { name: 'Instances' })
  await openProject(page, first?.directory ?? '')
  await slider.focus()
  await page.keyboard.press('8')
  await page.getByRole('img', { name: /app-8 not started/ }).waitFor()
  await page.getByRole('button', { name: `Project ${first?.project}` }).click()
  await page.getByRole('menuitem', { name: 'All projects' }).click()
  await openProject(page, second?.directory ?? '')
  await page.getByRole('heading', { name: second?.project ?? '' }).waitFor()
  expect(await slider.getAttribute('aria-valuenow')).toBe('1')
  expect(window.faults).toEqual([])
})
