import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { goTo, openProject, openShoalWindow, type ShoalWindow } from '../support/shoal-window.ts'
import { createStack, type Stack } from '../support/stack.ts'

let browser: Browser
let stacks: Stack[]
let window: ShoalWindow
let answers: Answers

beforeAll(async () => {
  browser = await startBrowser()
  stacks = await Promise.all([createStack({ scale: 0 }), createStack({ scale: 0 })])
  window = await openShoalWindow(browser, {
    prepare: async (page) => {
      answers = await holdAnswers(page)
    },
  })
  await openProject(window.page, stacks[0]?.directory ?? '')
})

afterAll(async () => {
  await window?.dispose()
  await browser?.close()
  await Promise.all((stacks ?? []).map((stack) => stack.dispose()))
})

it('settings hold their places until they are known', async () => {
  const { page } = window
  answers.hold()
  await goTo(page, 'Settings')
  await page.getByText('Drain deadline').waitFor()
  const rows = page.getByRole('region', { name: 'This project' }).locator('[aria-busy="true"]')
  expect(await rows.count()).toBe(4)
  expect(await page.getByRole('spinbutton').count()).toBe(0)
  const before = await placesOf(page)
  answers.release()
  await page.getByRole('spinbutton', { name: 'Drain deadline' }).waitFor()
  expect(await rows.count()).toBe(0)
  expect(await placesOf(page)).toEqual(before)
})

it('a secret that was shown to edit it is hidden again when editing ends', async () => {
  const { page } = window
  await goTo(page, 'Environment')
  await page.getByRole('radio', { name: 'Table' }).click()
  const value = page.getByRole('button', { name: 'Value of DATABASE_URL' })
  for (const end of ['Enter', 'Tab', 'Escape']) {
    await page.getByRole('button', { name: 'Show DATABASE_URL' }).click()
    expect(await value.textContent()).toContain('postgres://')
    await value.click()
    await page.getByRole('textbox', { name: 'Value of DATABASE_URL' }).press('End')
    await page.keyboard.type('1')
    await page.keyboard.press(end)
    await value.getByText('hidden').waitFor()
    expect(await value.textContent()).not.toContain('postgres')
  }
})

it('edits of a .env are kept when the window turns to another project', async () => {
  const { page } = window
  const [first, second] = stacks
  await page.getByRole('radio', { name: 'Editor' }).click()
  const editor = page.getByRole('textbox', { name: '.env' })
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\nKEPT=yes')
  await turnTo(page, first, second)
  await page.getByText(`Your edits of ${first?.project}’s .env are kept`).waitFor()
  await goTo(page, 'Environment')
  await editor.waitFor()
  expect(await editor.textContent()).not.toContain('KEPT')
  await turnTo(page, second, first)
  await goTo(page, 'Environment')
  await page.getByText('Edited, not applied').waitFor()
  expect(await editor.textContent()).toContain('KEPT=yes')
  expect(window.faults).toEqual([])
})

async function turnTo(page: Page, from: Stack | undefined, to: Stack | undefined): Promise<void> {
  await goTo(page, 'Overview')
  await page.getByRole('button', { name: `Project ${from?.project}` }).click()
  await page.getByRole('menuitem', { name: 'All projects' }).click()
  await openProject(page, to?.directory ?? '')
}

/** Where each setting's name stands. */
async function placesOf(page: Page): Promise<[string | null, number | undefined][]> {
  const names = await page.getByRole('main').getByRole('heading', { level: 3 }).all()
  return await Promise.all(
    names.map(
      async (name): Promise<[string | null, number | undefined]> => [
        await name.textContent(),
        (await name.boundingBox())?.y,
      ],
    ),
  )
}

interface Answers {
  hold(): void
  release(): void
}

/** Holds what the engine says back, so that the window can be seen while it waits. */
async function holdAnswers(page: Page): Promise<Answers> {
  let held: (() => void)[] | undefined
  await page.routeWebSocket(/.*/, (socket) => {
    const engine = socket.connectToServer()
    engine.onMessage((message) => {
      if (held) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold: () => {
      held = []
    },
    release: () => {
      const late = held ?? []
      held = undefined
      for (const send of late) send()
    },
  }
}
