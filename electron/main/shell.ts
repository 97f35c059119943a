import { join } from 'node:path'
import { app, dialog, protocol, session, shell } from 'electron'
import type { ShoalError } from '../../contract/errors.ts'
import { type Command, openProject } from './commands.ts'
import { EngineHost } from './engine/host.ts'
import type { Folders } from './folders.ts'
import { showMenuBar } from './menu/show-menu-bar.ts'
import { notify } from './news/notify.ts'
import { Reporter } from './news/reporter.ts'
import { servePage } from './page/serve-page.ts'
import { askBeforeQuit } from './quit/quit.ts'
import { runCommand } from './run-command.ts'
import { denyPermissions, stayOnPage } from './security/lock-down.ts'
import { PAGE, SCHEME } from './security/page-address.ts'
import { applySettings, HIDDEN } from './settings/apply-settings.ts'
import { ShellStore } from './state.ts'
import { showTray } from './tray/tray.ts'
import { whenChanged } from './when-changed.ts'
import { MainWindow } from './window/main-window.ts'

/** Milliseconds the engine has to reach a safe point; a rollout's next one is seconds away at most. */
const PATIENCE = 10_000

/** The desktop app: joins the window, the engine's process, the menus, the tray and the notifications. */
export class Shell {
  readonly #store = new ShellStore()
  readonly #folders: Folders
  readonly #window: MainWindow
  readonly #engine: EngineHost

  constructor(folders: Folders) {
    this.#folders = folders
    const development = !app.isPackaged
    const reporter = new Reporter((news) => notify(news, this.#store.state.settings, this.#run))
    this.#engine = new EngineHost({
      file: folders.engine,
      start: { bundledProject: folders.stack, dataFolder: folders.data, version: app.getVersion() },
      store: this.#store,
      window: () => this.#window.window,
      onSnapshot: (snapshot) => reporter.see(snapshot),
      onActivity: (activity, project) => reporter.hear(activity, project),
    })
    this.#window = new MainWindow({
      preload: folders.preload,
      // electron-vite's development server; a packaged app takes no address from its environment.
      page: (development && process.env.ELECTRON_RENDERER_URL) || PAGE,
      icon: folders.icon,
      development,
      placementFile: join(folders.profile, 'window.json'),
      connect: () => this.#engine.connect(),
    })
  }

  /** Starts everything, and shows the window with `folder` in it, unless the login started Shoal. */
  start(folder: string | undefined): void {
    protocol.handle(SCHEME, servePage(this.#folders.page))
    denyPermissions(session.defaultSession)
    stayOnPage(app, shell, this.#window.page)
    askBeforeQuit({
      app,
      store: this.#store,
      window: () => this.#window.window,
      engine: () => this.#engine.engine,
      finish: async () => {
        await Promise.all([this.#window.keepPlacement(), this.#engine.stop(PATIENCE)])
      },
      tell: this.#tell,
    })
    showMenuBar({ platform: process.platform, development: !app.isPackaged }, this.#store, this.#run)
    showTray(this.#folders.trayIcons, this.#store, this.#run)
    this.#followSettings()
    // Shoal stays in the tray when its window is closed.
    app.on('window-all-closed', () => {})
    app.on('activate', () => this.#run({ kind: 'show' }))
    this.#engine.start()
    const atLogin = process.argv.includes(HIDDEN) || app.getLoginItemSettings().wasOpenedAtLogin
    if (folder !== undefined || !atLogin) this.open(folder)
  }

  /** Shows the window, with a folder's project when one is named. */
  open(folder: string | undefined): void {
    this.#run(folder === undefined ? { kind: 'show' } : openProject(folder))
  }

  #followSettings(): void {
    const apply = whenChanged(applySettings)
    this.#store.onChange(({ settings }) => {
      if (settings) apply({ theme: settings.theme, openAtLogin: settings.openAtLogin })
    })
  }

  readonly #run = (command: Command): void => {
    void runCommand(command, this.#store, {
      engine: () => this.#engine.engine,
      browse: (url) => void shell.openExternal(url),
      show: (to) => void this.#window.show(to),
      showData: () => void shell.openPath(this.#folders.data),
      quit: () => app.quit(),
      tell: this.#tell,
    })
  }

  readonly #tell = ({ message, hint }: ShoalError): void => {
    void dialog.showMessageBox({ type: 'error', message, detail: hint })
  }
}
