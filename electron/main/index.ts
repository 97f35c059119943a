import { mkdirSync } from 'node:fs'
import { app, protocol } from 'electron'
import { findFolders } from './folders.ts'
import { SCHEME } from './security/page-address.ts'
import { Shell } from './shell.ts'
import { startFolder } from './start-folder.ts'

const folders = findFolders({
  app: app.getAppPath(),
  resources: app.isPackaged ? process.resourcesPath : undefined,
  environment: process.env,
})
app.setName('Shoal')
mkdirSync(folders.profile, { recursive: true })
app.setPath('userData', folders.profile)
app.setAppUserModelId('app.shoal.desktop')
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
])

const folder = startFolder(process.argv, process.cwd(), app.isPackaged)

// Chromium rewrites the arguments that a second start hands over, so the folder is handed over by itself.
if (app.requestSingleInstanceLock({ folder })) {
  // Not awaited here: Electron gets ready only when this module has been evaluated.
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const shell = new Shell(folders)
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const handed = (data as { folder?: unknown } | null)?.folder
    shell.open(typeof handed === 'string' ? handed : undefined)
  })
  shell.start(folder)
}
