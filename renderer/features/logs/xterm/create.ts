import { FitAddon } from '@xterm/addon-fit'
import { type ITerminalOptions, Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { watchTheme } from '../../../lib/watch-theme.ts'
import { readTheme } from '../paint/palette.ts'

const FONT = '"JetBrains Mono Variable", ui-monospace, monospace'
const SIZE = 12

export interface Screen {
  readonly terminal: Terminal
  /** The element that xterm.js draws into; it can be moved from place to place. */
  readonly element: HTMLElement
  /** Takes as many columns and rows as its place has room for. */
  fit(): void
  dispose(): void
}

/** An xterm.js in the window's looks, which follow the theme. `restyled` is called after it changed. */
export function createScreen(options: ITerminalOptions, restyled: () => void = () => {}): Screen {
  const element = document.createElement('div')
  element.style.cssText = 'position: absolute; inset: 0'
  const terminal = new Terminal({
    fontFamily: FONT,
    fontSize: SIZE,
    lineHeight: 1.25,
    fontWeightBold: 600,
    theme: readTheme(),
    // Apps choose colours for a dark ground, most of them; whatever they choose is to be read on ours.
    minimumContrastRatio: 4.5,
    ...options,
  })
  const fitting = new FitAddon()
  terminal.loadAddon(fitting)
  const unwatch = watchTheme(() => {
    terminal.options.theme = readTheme()
    restyled()
  })
  return {
    terminal,
    element,
    fit: () => {
      if (element.isConnected && element.clientHeight > 0) fitting.fit()
    },
    dispose: () => {
      unwatch()
      terminal.dispose()
      element.remove()
    },
  }
}

/** Resolves when the font is there: a screen that is opened before would measure another one. */
export async function loadFont(): Promise<void> {
  await Promise.all([document.fonts.load(`${SIZE}px ${FONT}`), document.fonts.load(`600 ${SIZE}px ${FONT}`)])
}
