import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/setup/browser.js'

/** Starts a browser without a window. Close it at the end. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('There is no Chromium here. Run: npm run setup -- --browser')
  // As root Chromium refuses to run in its own sandbox; what it shows here is our own page.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return await chromium.launch({ executablePath, args })
}
