import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { openProject, openShoalWindow } from '../support/shoal-window.ts'
import { tellStory } from '../support/story.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

tellStory({ open: () => openShoalWindow(browser), choose: openProject })
