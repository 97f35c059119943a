import { join } from 'node:path'
import { nextFreePort } from './demo/port.js'
import { findElectron, thisHost } from './desktop/find-electron.js'
import { runInFront } from './desktop/run-in-front.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'
import { setUp } from './setup.js'

const UI_PORT = 7420

/** Sets up, then shows the window as its sources are, and again whenever they change. */
async function develop() {
  await setUp()
  const found = await findElectron(thisHost())
  if ('program' in found) {
    const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    process.exitCode = await runInFront(process.execPath, [electronVite, 'dev'])
  } else {
    console.log(`${found.reason} The window opens in the browser instead.`)
    process.exitCode = await developInBrowser(process.argv.slice(2))
  }
}

/**
 * The development server shows the page, and passes what that says to the engine on to a `shoal ui`, which takes requests
 * of this one foreign origin then.
 * @param {string[]} args for `shoal ui`
 * @returns {Promise<number>}
 */
async function developInBrowser(args) {
  const port = await nextFreePort(UI_PORT)
  process.env.SHOAL_UI_URL = `http://127.0.0.1:${port}`
  const { createServer } = await import('vite')
  const server = await createServer({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    // The session is in a cookie of this address, which a browser sends to each of its ports.
    server: { host: '127.0.0.1' },
  })
  try {
    await server.listen()
    const guest = server.resolvedUrls?.local[0] ?? ''
    const command = [join(root, 'bin', 'shoal.cjs'), 'ui', '--port', String(port), ...args]
    return await runInFront(process.execPath, command, {
      ...process.env,
      SHOAL_UI_GUEST: new URL(guest).origin,
    })
  } finally {
    await server.close()
  }
}

await runIfMain(import.meta.url, develop)
