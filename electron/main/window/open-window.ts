import { BrowserWindow, nativeTheme, screen } from 'electron'
import { type Area, type Placement, place, SMALLEST } from './placement.ts'

export interface WindowParts {
  /** The bundled preload script. */
  readonly preload: string
  /** The address of the page. */
  readonly page: string
  readonly icon: string
  readonly development: boolean
}

/** What the page paints first, so that no window flashes in the other theme. */
const BACKGROUND = { dark: '#0e1116', light: '#f7f8fa' }

/** Opens the window where it was, and shows it when the page has something to show. */
export function openWindow(parts: WindowParts, remembered: Placement | undefined): BrowserWindow {
  const { maximized, ...bounds } = place(remembered, workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Shoal',
    icon: parts.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: parts.development,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  void window.loadURL(parts.page)
  return window
}

/** What a window is remembered by. */
export function placementOf(window: BrowserWindow): Placement {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}

function workAreas(): [Area, ...Area[]] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary.workArea, ...others.map(({ workArea }) => workArea)]
}
