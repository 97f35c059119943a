import type { LogRecord } from '../../../../contract/logs.ts'
import type { Layout } from '../paint/composer.ts'
import { Marker } from '../search/marker.ts'
import { rangesOf } from '../text/search.ts'
import type { Link } from '../text/span.ts'
import { loadFont } from '../xterm/create.ts'
import { Canvas } from './canvas.ts'
import { Pane } from './pane.ts'
import type { Marks, PaintedRow, PaneState } from './pane-state.ts'

type Looks = Omit<Layout, 'width'>

/** Milliseconds between two paintings of lines that only came: nobody reads faster. */
const FLOW_PAUSE = 80
/** Milliseconds between two tellings of what is on the screen to those who cannot see it. */
const READ_PAUSE = 250

/** What is marked as found. */
interface Sought {
  readonly expression: RegExp
  /** Whether it is the characters themselves: then it cannot take long. */
  readonly plain: boolean
}

/** Joins the lines, the screen that shows them and whoever wants to know about both; paints once a frame at most. */
export class LogController {
  readonly pane = new Pane()
  /** Called when the screen has come to older records than the window holds. */
  onBeginning: () => void = () => {}
  readonly #marker = new Marker(() => this.refresh())
  #sought: Sought | undefined
  /** The place that the search has gone to. */
  #here: number | null = null
  #canvas: Canvas | undefined
  #looks: Looks = { stamps: true, names: 8, wrap: true, colours: true }
  #frame = 0
  #flowing: ReturnType<typeof setTimeout> | undefined
  #reading: ReturnType<typeof setTimeout> | undefined
  #state: PaneState = this.pane.state()
  #chosen: LogRecord | undefined
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
      this.#marker.close()
    }
  }

  /** The present state, and calls for each later one: for `useSyncExternalStore`. */
  readonly state = (): PaneState => this.#state
  readonly chosen = (): LogRecord | undefined => this.#chosen
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

  append(records: readonly LogRecord[], skipped: number): void {
    this.pane.append(records, skipped)
    this.#flowing ??= setTimeout(() => {
      this.#flowing = undefined
      this.refresh()
    }, FLOW_PAUSE)
  }

  /** Marks what is found by an expression in what is shown. */
  mark(sought: Sought | undefined): void {
    this.#sought = sought
    this.#marker.look(sought?.plain ? undefined : sought?.expression)
    this.refresh()
  }

  /** The place that the search has gone to. */
  goTo(place: number | null): void {
    this.#here = place
    if (place !== null) this.pane.show(place)
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

  /** What lies at a point of the page. */
  at(point: { clientX: number; clientY: number }): { number: number; link: Link | undefined } | undefined {
    const cell = this.#canvas?.cellAt(point)
    return cell && this.pane.at(cell.row, cell.column)
  }

  /** Pixels of a row. */
  get rowHeight(): number {
    return this.#canvas?.rowHeight ?? 0
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
    if (this.#canvas) {
      this.#painted = this.pane.paint(this.#marks())
      this.#canvas.paint(this.#painted)
      this.#reading ??= setTimeout(() => this.#read(), READ_PAUSE)
      if (this.pane.wantsOlder) this.onBeginning()
    }
    const state = this.pane.state()
    const { chosen } = this.pane
    if (chosen === this.#chosen && JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#chosen = chosen
    this.#state = state
    this.#tell()
  }

  #marks(): Marks | undefined {
    const sought = this.#sought
    if (!sought) return undefined
    const find = sought.plain ? (text: string) => rangesOf(sought.expression, text) : this.#marker.rangesOf
    return { rangesOf: find, here: this.#here }
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
