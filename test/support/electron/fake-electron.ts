import { EventEmitter } from 'node:events'
import type { Engine } from '../../../contract/engine.ts'
import { serve } from '../../../rpc/host.ts'
import { type MainChannel, messagePort } from '../../../rpc/message-port.ts'
import { MessageChannelMain } from './channel.ts'
import { FakeWindow } from './fake-window.ts'

interface MessageBox {
  readonly message: string
  readonly buttons?: string[]
}

/** What the tests look at and decide. */
export const desk = {
  /** Serves in each engine process. */
  engine: undefined as Engine | undefined,
  processes: [] as FakeProcess[],
  tray: { tooltip: '', image: '' },
  menu: [] as Electron.MenuItemConstructorOptions[],
  notifications: [] as FakeNotification[],
  dialogs: [] as MessageBox[],
  /** Which button the user presses, and whether they tick the box. */
  answer: { response: 0, checkboxChecked: false },
  chosen: [] as string[],
  opened: [] as string[],
}

/** An engine's process that serves `desk.engine`. */
class FakeProcess extends EventEmitter {
  readonly told: { kind: string }[] = []
  readonly #ports: MainChannel[] = []

  postMessage(message: { kind: string }, ports: MainChannel[] = []): void {
    this.told.push(message)
    for (const port of ports) {
      this.#ports.push(port)
      if (desk.engine) serve(desk.engine, messagePort(port))
    }
    if (message.kind === 'close') this.exit(0)
  }

  exit(code: number): void {
    for (const port of this.#ports) port.close()
    this.emit('exit', code)
  }

  kill(): void {
    this.exit(1)
  }
}

class FakeNotification extends EventEmitter {
  static isSupported = () => true
  readonly options: { title: string; body: string }
  constructor(options: { title: string; body: string }) {
    super()
    this.options = options
  }
  show(): void {
    desk.notifications.push(this)
  }
}

class FakeTray extends EventEmitter {
  setImage(image: string): void {
    desk.tray.image = image
  }
  setToolTip(tooltip: string): void {
    desk.tray.tooltip = tooltip
  }
  setContextMenu(): void {}
}

const quitting = { count: 0 }
const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  getAppPath: () => '/opt/app.asar',
  setName: () => {},
  setPath: () => {},
  setAppUserModelId: () => {},
  enableSandbox: () => {},
  requestSingleInstanceLock: () => true,
  whenReady: () => new Promise(() => {}),
  getVersion: () => '1.2.3',
  getPath: () => '/nowhere',
  getLoginItemSettings: () => ({ wasOpenedAtLogin: false }),
  setLoginItemSettings: () => {},
  quit: () => {
    quitting.count += 1
    let prevented = false
    app.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) app.emit('gone')
  },
})
export const ipcMain = new EventEmitter()
export const powerMonitor = new EventEmitter()
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }
export const BrowserWindow = FakeWindow
export const Notification = FakeNotification
export const Tray = FakeTray
export { MessageChannelMain }
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
    desk.menu = menu
  },
}
export const nativeImage = { createFromPath: (path: string) => path }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const shell = {
  openExternal: async (url: string) => void desk.opened.push(url),
  openPath: async (path: string) => void desk.opened.push(path),
}
export const dialog = {
  showMessageBox: async (...args: unknown[]) => {
    desk.dialogs.push(args.at(-1) as MessageBox)
    return desk.answer
  },
  showOpenDialog: async () => ({ canceled: desk.chosen.length === 0, filePaths: desk.chosen }),
}
export const protocol = { handle: () => {}, registerSchemesAsPrivileged: () => {} }
export const session = {
  defaultSession: {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
  },
}
export const utilityProcess = {
  fork: () => {
    const child = new FakeProcess()
    desk.processes.push(child)
    return child
  },
}
