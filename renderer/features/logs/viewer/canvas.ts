import { type Palette, readPalette } from '../paint/palette.ts'
import { BEGIN, rowCode } from '../paint/row-code.ts'
import { createScreen, type Screen } from '../xterm/create.ts'
import type { PaintedRow } from './pane-state.ts'

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

  /** Pixels of a row. */
  get rowHeight(): number {
    return (this.#face?.height ?? 0) / Math.max(1, this.height)
  }

  /** The cell of the screen at a point of the page; undefined outside of it. */
  cellAt({ clientX, clientY }: { clientX: number; clientY: number }) {
    const face = this.#face
    if (!face || face.width === 0) return undefined
    const row = Math.floor((clientY - face.top) / this.rowHeight)
    const column = Math.floor(((clientX - face.left) * this.columns) / face.width)
    const inside = row >= 0 && row < this.height && column >= 0 && column < this.columns
    return inside ? { row, column } : undefined
  }

  /** Where xterm.js has its cells. */
  get #face(): DOMRect | undefined {
    return this.screen.element.querySelector('.xterm-screen')?.getBoundingClientRect()
  }

  /** Forgets what is there, so that everything is painted again. */
  clear(): void {
    this.#codes = []
  }

  paint(rows: readonly PaintedRow[]): void {
    this.#rows = rows
    const codes = Array.from({ length: this.height }, (_, row) =>
      rowCode(row, rows[row]?.spans ?? [], this.#palette, rows[row]?.ground),
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
        const { joint = '\n', indent = 0 } = this.#rows[range.start.y + at] ?? {}
        return at === 0 ? text : `${joint}${text.slice(indent)}`
      })
      .join('')
  }
}
