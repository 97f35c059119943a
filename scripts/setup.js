import { buildCommandLine } from './build.js'
import { buildDesktop } from './build-desktop.js'
import { buildRenderer } from './build-renderer.js'
import { findEngine } from './docker/find.js'
import { installEngine } from './docker/install.js'
import { request } from './docker/request.js'
import { ensureBrowser } from './setup/browser.js'
import { ensureCompose } from './setup/compose.js'
import { ensureDependencies } from './setup/dependencies.js'
import { ensureImages } from './setup/images.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'
import { ensureSampleApp } from './setup/sample-app.js'
import { seconds, step } from './setup/step.js'

/**
 * Makes a fresh clone ready to run: packages, a Docker engine, images, the sample app, the command line, the window, the desktop app.
 * What is there already is left alone, and then all of it takes less than a second.
 * @param {{ compose?: boolean, browser?: boolean }} [wanted] compose: also a Docker Compose to compare with;
 *   browser: also a Chromium for the end-to-end tests
 * @throws {Error} one sentence for the person at the terminal
 */
export async function setUp({ compose = false, browser = false } = {}) {
  const started = performance.now()
  console.log('Setting up')
  await step('packages', async (say) => [await ensureDependencies(root, say), undefined])
  const engine = await step('engine', async (say) => {
    const found = (await findEngine()) ?? (await installEngine(say))
    return [await describeEngine(found), found]
  })
  await step('images', async (say) => [await ensureImages(engine, say), undefined])
  if (browser) await step('browser', async (say) => [await ensureBrowser(say), undefined])
  if (compose) await step('compose', async (say) => [await ensureCompose(say), undefined])
  await step('sample app', async (say) => [await ensureSampleApp(say), undefined])
  await step('command line', async () => [await buildCommandLine(), undefined])
  await step('window', async () => [await buildRenderer(), undefined])
  await step('desktop app', async () => [await buildDesktop(), undefined])
  console.log(`Ready (${seconds(performance.now() - started)})\n`)
}

/** @param {import('./docker/request.js').Engine} engine */
async function describeEngine(engine) {
  const { text } = await request(engine, 'GET', '/version')
  return `${JSON.parse(text).Version} at ${engine.host}`
}

await runIfMain(import.meta.url, () => {
  const wants = (/** @type {string} */ option) => process.argv.includes(option)
  return setUp({ compose: wants('--compose'), browser: wants('--browser') })
})
