import { type Palette, readPalette } from '../paint/palette.ts'
import { BEGIN, rowCode } from '../paint/row-code.ts'
import { createScreen, type Screen } from '../xterm/create.ts'
import type { PaintedRow } from './pane.ts'

/** Paints rows into an xterm.js that has no history: it shows exactly the rows that it is given. */
export class Canvas {
  readonly screen: Screen
  #palette: Palette = readPalette()
  /** What each row shows already. */
  #codes: string[] = []
  #rows: readonly PaintedRow[] = []

  /** `restyled` is called when all has to be painted again, in other colours. */
  constructor(restyled: () => void) {
    this.screen = createScreen(
      { scrollback: 0, disableStdin: true, cursorInactiveStyle: 'none', cursorStyle: 'bar' },
      () => {
        this.#palette = readPalette()
        this.clear()
        restyled()
      },
    )
    this.screen.terminal.write(BEGIN)
    this.screen.terminal.attachCustomKeyEventHandler(() => false)
  }

  get columns(): number {
    return this.screen.terminal.cols
  }

  get height(): number {
    return this.screen.terminal.rows
  }

  /** Forgets what is there, so that everything is painted again. */
  clear(): void {
    this.#codes = []
  }

  paint(rows: readonly PaintedRow[]): void {
    this.#rows = rows
    const codes = Array.from({ length: this.height }, (_, row) =>
      rowCode(row, rows[row]?.spans ?? [], this.#palette),
    )
    const changed = codes.filter((code, row) => code !== this.#codes[row])
    this.#codes = codes
    if (changed.length > 0) this.screen.terminal.write(changed.join(''))
  }

  /** The text that is selected; rows of one wrapped line are one line in it. */
  selection(): string {
    const { terminal } = this.screen
    const range = terminal.getSelectionPosition()
    if (!range) return ''
    return terminal
      .getSelection()
      .split('\n')
      .map((text, at) => {
        const part = this.#rows[range.start.y + at]?.part ?? 0
        return at === 0 || part === 0 ? `${at === 0 ? '' : '\n'}${text}` : text.trimStart()
      })
      .join('')
  }
}
