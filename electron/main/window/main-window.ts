import { type BrowserWindow, type IpcMainEvent, ipcMain, type MessagePortMain } from 'electron'
import { NAVIGATE, PORT, WANT } from '../../shared/channels.ts'
import { isTrusted } from '../security/trusted-sender.ts'
import { openWindow, placementOf, type WindowParts } from './open-window.ts'
import { keepPlacement, recallPlacement } from './remember.ts'

export interface MainWindowParts extends WindowParts {
  /** Where the window's place is kept. */
  readonly placementFile: string
  /** A new connection to the engine. */
  connect(): MessagePortMain
}

/** The one window: opened when it is needed, gone when it is closed, its page connected whenever it asks. */
export class MainWindow {
  readonly #parts: MainWindowParts
  #window: BrowserWindow | undefined
  #opening: Promise<void> | undefined
  /** Where to lead the page once it listens. */
  #pending: string | undefined
  #listening = false

  constructor(parts: MainWindowParts) {
    this.#parts = parts
    ipcMain.on(WANT, (event) => this.#answer(event))
  }

  /** Shows the window, and leads its page somewhere. */
  async show(to?: string): Promise<void> {
    if (to !== undefined) this.#pending = to
    this.#opening ??= this.#window ? undefined : this.#open()
    await this.#opening
    const window = this.#window
    if (!window) return
    if (window.isMinimized()) window.restore()
    // A new window shows itself when there is something to see.
    if (window.isVisible()) window.focus()
    this.#lead()
  }

  /** The address of its page. */
  get page(): string {
    return this.#parts.page
  }

  /** The window, for dialogs that belong to it. */
  get window(): BrowserWindow | undefined {
    return this.#window
  }

  /** Keeps where the window is, if there is one. */
  async keepPlacement(): Promise<void> {
    if (this.#window) await keepPlacement(this.#parts.placementFile, placementOf(this.#window))
  }

  async #open(): Promise<void> {
    const window = openWindow(this.#parts, await recallPlacement(this.#parts.placementFile))
    this.#window = window
    this.#opening = undefined
    window.on('close', () => void this.keepPlacement())
    window.webContents.on('did-navigate', () => {
      this.#listening = false
    })
    window.webContents.on('render-process-gone', () => {
      // A page that crashes before it listens would do so again and again.
      if (this.#listening) void window.loadURL(this.#parts.page)
      this.#listening = false
    })
    window.once('closed', () => {
      this.#window = undefined
      this.#listening = false
    })
  }

  #answer(event: IpcMainEvent): void {
    if (!isTrusted(event, this.#window?.webContents.id, this.#parts.page)) return
    event.senderFrame?.postMessage(PORT, null, [this.#parts.connect()])
    this.#listening = true
    this.#lead()
  }

  #lead(): void {
    if (this.#pending === undefined || !this.#listening) return
    this.#window?.webContents.send(NAVIGATE, this.#pending)
    this.#pending = undefined
  }
}
