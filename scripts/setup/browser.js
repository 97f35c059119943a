import { existsSync } from 'node:fs'
import { canInstallPackages, installPackages } from './machine.js'

/** Where a Chromium of the system's own lies. SHOAL_TEST_BROWSER names another. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const ADVICE = `No Chromium or Chrome was found for the end-to-end tests. Install one and run this again:
  macOS:   brew install --cask google-chrome
  Windows: winget install Google.Chrome
  Linux:   sudo apt-get install chromium     (or your distribution's package)
Or name one: SHOAL_TEST_BROWSER=/path/to/chromium`

/** The browser for the end-to-end tests; undefined when there is none. */
export function findBrowser() {
  return [process.env.SHOAL_TEST_BROWSER, ...PLACES].find((place) => place && existsSync(place))
}

/**
 * @param {(text: string) => void} say
 * @returns {Promise<string>} what came of it
 * @throws {Error} when there is none and installing one is not ours to do here
 */
export async function ensureBrowser(say) {
  const found = findBrowser()
  if (found) return found
  if (!canInstallPackages()) throw new Error(ADVICE)
  say('no Chromium here: installing it')
  await installPackages('chromium')
  const installed = findBrowser()
  if (!installed) throw new Error(ADVICE)
  return `${installed}, installed`
}
