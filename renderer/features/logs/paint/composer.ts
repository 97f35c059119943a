import type { LineStore } from '../lines/line-store.ts'
import { bodyOf } from '../text/body.ts'
import { type Columns, columnsOf, nameOf } from '../text/columns.ts'
import { breaksOf, cutSpans, markSpans } from '../text/cut.ts'
import { rangesOf } from '../text/search.ts'
import { PLAIN, type Span, textOf } from '../text/span.ts'
import { unitsIn, widthOf } from '../text/width.ts'

export interface Layout extends Columns {
  readonly wrap: boolean
  /** Cells of a row. */
  readonly width: number
}

interface Composed {
  readonly columns: readonly Span[]
  readonly body: readonly Span[]
  readonly text: string
  readonly breaks: readonly number[]
}

/** Lines that are kept as they were composed: some screens full. */
const KEPT = 512
/** Cells that a message has, however narrow the window is. */
const LEAST = 24

/** Turns lines into rows of spans. */
export class Composer {
  readonly #store: LineStore
  readonly #layout: Layout
  readonly #known = new Map<number, Composed>()

  constructor(store: LineStore, layout: Layout) {
    this.#store = store
    this.#layout = layout
  }

  /** Rows that a line takes. */
  height(number: number): number {
    return this.#layout.wrap ? this.#compose(number).breaks.length : 1
  }

  /** The whole line as text, as it is shown. */
  text(number: number): string {
    const { columns, text } = this.#compose(number)
    return textOf(columns).trimEnd() + (text === '' ? '' : ` ${text}`)
  }

  /**
   * One row of a line. Rows after the first are indented to where the message begins.
   * @param left units of the message that are scrolled out on the left, where lines are not wrapped
   * @param mark what to mark as found, and whether the search has gone to this line
   */
  row(number: number, part: number, left: number, mark?: { expression: RegExp; here: boolean }): Span[] {
    const { columns, body, text, breaks } = this.#compose(number)
    const marked = mark
      ? markSpans(body, rangesOf(mark.expression, text), mark.here ? 'here' : 'found')
      : body
    const from = this.#layout.wrap ? (breaks[part] ?? 0) : Math.min(left, text.length)
    const to = this.#layout.wrap ? (breaks[part + 1] ?? text.length) : from + this.#room(text, from)
    const before = part === 0 ? columns : [{ text: ' '.repeat(widthOf(textOf(columns))), look: PLAIN }]
    return [...before, ...cutSpans(marked, from, to)]
  }

  /** Cells that a message has in a row. */
  get #cells(): number {
    const before = widthOf(textOf(columnsOf(BLANK, 0, this.#layout)))
    return Math.max(LEAST, this.#layout.width - before)
  }

  #room(text: string, from: number): number {
    return from >= text.length ? 0 : unitsIn(text, from, this.#cells)
  }

  #compose(number: number): Composed {
    const known = this.#known.get(number)
    if (known) return known
    const line = this.#store.line(number) ?? BLANK
    const body = bodyOf(line)
    const text = textOf(body)
    const composed = {
      columns: columnsOf(line, this.#store.level(number), this.#layout),
      body,
      text,
      breaks: this.#layout.wrap ? breaksOf(text, this.#cells) : [0],
    }
    if (this.#known.size === KEPT) this.#known.clear()
    this.#known.set(number, composed)
    return composed
  }
}

const BLANK = { time: 0, service: '', container: '', index: 0, stream: 'stdout', text: '' } as const

/** Characters of the longest name among some containers: the column of names keeps this width. */
export function nameWidth(containers: readonly { service: string; index: number }[]): number {
  return Math.min(20, Math.max(5, ...containers.map((container) => nameOf(container).length)))
}
