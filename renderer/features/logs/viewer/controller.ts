import type { LogLine } from '../../../../contract/models.ts'
import type { Filter } from '../lines/view.ts'
import type { Layout } from '../paint/composer.ts'
import { loadFont } from '../xterm/create.ts'
import { Canvas } from './canvas.ts'
import { type PaintedRow, Pane, type PaneState } from './pane.ts'

type Looks = Omit<Layout, 'width'>

/** Milliseconds between two paintings of lines that only came: nobody reads faster. */
const FLOW_PAUSE = 80
/** Milliseconds between two tellings of what is on the screen to those who cannot see it. */
const READ_PAUSE = 250

/** Joins the lines, the screen that shows them and whoever wants to know about both; paints once a frame at most. */
export class LogController {
  readonly pane = new Pane()
  #canvas: Canvas | undefined
  #looks: Looks = { stamps: true, names: 8, wrap: true }
  #frame = 0
  #flowing: ReturnType<typeof setTimeout> | undefined
  #reading: ReturnType<typeof setTimeout> | undefined
  #state: PaneState = this.pane.state()
  #lines: readonly string[] = []
  #painted: readonly PaintedRow[] = []
  readonly #listeners = new Set<() => void>()

  /** Shows the lines in an element. Returns how to stop. */
  mount(place: HTMLElement): () => void {
    const resized = new ResizeObserver(() => this.#fit())
    let over = false
    void loadFont().then(() => {
      if (over) return
      const canvas = new Canvas(() => this.refresh())
      this.#canvas = canvas
      place.append(canvas.screen.element)
      canvas.screen.terminal.open(canvas.screen.element)
      // The region around it has the focus and the keys.
      canvas.screen.terminal.textarea?.setAttribute('tabindex', '-1')
      canvas.screen.terminal.textarea?.addEventListener('focus', () => place.parentElement?.focus())
      canvas.screen.terminal.onSelectionChange(() => {
        if (!canvas.screen.terminal.hasSelection()) return
        this.pane.hold()
        this.refresh()
      })
      resized.observe(place)
      this.#fit()
    })
    return () => {
      over = true
      resized.disconnect()
      cancelAnimationFrame(this.#frame)
      clearTimeout(this.#flowing)
      clearTimeout(this.#reading)
      this.#frame = 0
      this.#flowing = undefined
      this.#reading = undefined
      this.#canvas?.screen.dispose()
      this.#canvas = undefined
    }
  }

  /** The present state, and calls for each later one: for `useSyncExternalStore`. */
  readonly state = (): PaneState => this.#state
  /** The lines on the screen as text, a little later than they are seen. */
  readonly lines = (): readonly string[] => this.#lines
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  begin(): void {
    this.pane.begin()
    this.refresh()
  }

  append(lines: readonly LogLine[]): void {
    this.pane.append(lines)
    this.#flowing ??= setTimeout(() => {
      this.#flowing = undefined
      this.refresh()
    }, FLOW_PAUSE)
  }

  filter(filter: Filter): void {
    this.pane.filter(filter)
    this.refresh()
  }

  look(looks: Looks): void {
    this.#looks = looks
    this.#layOut()
  }

  /** Does something that moves the screen, and shows it. */
  move(act: (pane: Pane) => void): void {
    this.#canvas?.screen.terminal.clearSelection()
    act(this.pane)
    this.refresh()
  }

  selection(): string {
    return this.#canvas?.selection() ?? ''
  }

  /** Paints in the next frame. */
  refresh(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    this.#frame = 0
    const more = this.pane.advance()
    if (this.#canvas) {
      this.#painted = this.pane.paint()
      this.#canvas.paint(this.#painted)
      this.#reading ??= setTimeout(() => this.#read(), READ_PAUSE)
    }
    const state = this.pane.state()
    if (JSON.stringify(state) !== JSON.stringify(this.#state)) {
      this.#state = state
      this.#tell()
    }
    if (more) this.refresh()
  }

  #read(): void {
    this.#reading = undefined
    const numbers = [...new Set(this.#painted.map(({ number }) => number))]
    const lines = numbers.map((number) => this.pane.text(number))
    if (lines.join('\n') === this.#lines.join('\n')) return
    this.#lines = lines
    this.#tell()
  }

  #fit(): void {
    this.#canvas?.screen.fit()
    this.#layOut()
  }

  #layOut(): void {
    const canvas = this.#canvas
    if (canvas) this.pane.layOut({ ...this.#looks, width: canvas.columns }, canvas.height)
    canvas?.clear()
    this.refresh()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
