import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/setup/paths.js'
import { startBrowser } from '../support/browser.ts'
import { openShoalWindow } from '../support/shoal-window.ts'
import { createStack } from '../support/stack.ts'
import { withCleanUp } from '../support/with-clean-up.ts'
import { Camera } from './camera.ts'
import { editEnvironment } from './scenes/environment.ts'
import { showLogs, showShell } from './scenes/logs.ts'
import { showDown, showPalette, showRunning, showScaling } from './scenes/overview.ts'
import { showResources } from './scenes/resources.ts'
import { showSettings } from './scenes/settings.ts'
import { showReplay, showTraffic } from './scenes/traffic.ts'
import { showNoDocker, showWelcome } from './scenes/welcome.ts'

/** The project in the pictures: its folder's name. */
const PROJECT = 'shoal-demo-shop'
/** Whose machine it is in the pictures. Nothing has to be there. */
const HOME = '/home/sam'

/** Photographs every screen of the window, on a stack of its own that is taken away at the end. */
await withCleanUp(async (later) => {
  const camera = new Camera(join(root, 'docs', 'images'))
  const browser = await startBrowser()
  later(() => browser.close())
  await showNoDocker(browser, camera)

  const parent = await mkdtemp(join(tmpdir(), 'code-'))
  later(() => rm(parent, { recursive: true, force: true }))
  const stack = await createStack({ scale: 0, project: PROJECT, parent })
  later(() => stack.dispose())
  const window = await openShoalWindow(browser, { env: { HOME }, prepare: camera.prepare })
  later(() => window.dispose())
  const set = { stack, page: window.page, camera }

  await showDown(set)
  await showWelcome(set)
  await showRunning(set)
  await showResources(set)
  await showTraffic(set)
  await showReplay(set)
  await showLogs(set)
  await showShell(set)
  await editEnvironment(set)
  await showSettings(set)
  await showPalette(set)
  await showScaling(set)
})
