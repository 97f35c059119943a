import { EventEmitter } from 'node:events'

/** A page's contents: what main sent it, and whether it would let something happen. */
export class FakeContents extends EventEmitter {
  static #count = 0
  readonly id = FakeContents.#nextId()
  readonly sent: unknown[][] = []
  #openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

  static #nextId(): number {
    FakeContents.#count += 1
    return FakeContents.#count
  }

  send(...message: unknown[]): void {
    this.sent.push(message)
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openWindow = handler
  }

  /** What becomes of a window that the page opens. */
  openWindow(url: string): string {
    return this.#openWindow({ url }).action
  }

  /** Whether an event that main can prevent goes through. */
  allows(name: string, details: object): boolean {
    let allowed = true
    const preventDefault = () => {
      allowed = false
    }
    this.emit(name, { ...details, preventDefault })
    return allowed
  }
}

interface WindowOptions {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly webPreferences: object
}

/** A window that does nothing but remember. */
export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  /** The window that the user looks at. */
  static focused: FakeWindow | null = null

  static getFocusedWindow(): FakeWindow | null {
    return FakeWindow.focused
  }

  readonly webContents = new FakeContents()
  readonly options: WindowOptions
  readonly loaded: string[] = []
  visible = false

  constructor(options: WindowOptions) {
    super()
    this.options = options
    FakeWindow.all.push(this)
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }

  isVisible = () => this.visible
  isMinimized = () => false
  isMaximized = () => false
  maximize(): void {}
  focus(): void {
    FakeWindow.focused = this
  }

  show(): void {
    this.visible = true
  }

  getNormalBounds() {
    const { x, y, width, height } = this.options
    return { x, y, width, height }
  }

  /** The user closes it. */
  close(): void {
    this.emit('close')
    this.emit('closed')
  }
}
