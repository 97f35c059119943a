import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { root } from '../../../scripts/setup/paths.js'

/** A running desktop app with a data folder of its own. */
export interface DesktopApp {
  readonly app: ElectronApplication
  readonly page: Page
  dispose(): Promise<void>
}

/** Starts the built desktop app on the Electron that `SHOAL_TEST_ELECTRON` names, and waits for its window. */
export async function startDesktopApp(...args: string[]): Promise<DesktopApp> {
  const executablePath = process.env.SHOAL_TEST_ELECTRON
  if (!executablePath) throw new Error('No Electron is named. Run: npm run test:electron')
  const data = await mkdtemp(join(tmpdir(), 'shoal-desktop-'))
  const app = await _electron.launch({
    executablePath,
    args: [root, ...args],
    cwd: root,
    env: { ...environment(), SHOAL_DATA_DIR: data },
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    async dispose() {
      await app.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
