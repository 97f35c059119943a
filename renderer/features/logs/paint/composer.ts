import type { RecordStore } from '../lines/record-store.ts'
import { bodyOf } from '../text/body.ts'
import { type Columns, columnsOf, columnsWidth, nameOf } from '../text/columns.ts'
import { breaksOf, cutSpans, markSpans } from '../text/cut.ts'
import { PLAIN, type Span, textOf } from '../text/span.ts'
import { unitsIn } from '../text/width.ts'
import { foldedLines, foldSpans } from './fold.ts'

export interface Layout extends Columns {
  readonly wrap: boolean
  /** Whether the app's own colours are kept. */
  readonly colours: boolean
  /** Cells of a row. */
  readonly width: number
}

/** What to mark in a record: where a text of one line was found, and whether the search has gone to it. */
export interface Mark {
  readonly rangesOf: (text: string) => readonly (readonly [from: number, to: number])[]
  readonly here: boolean
}

/** A row of a record. */
export interface RowOf {
  readonly spans: Span[]
  /** What is between the row before and this one in the text: the end of a line, the space or nothing where it was wrapped. */
  readonly joint: '\n' | ' ' | ''
  /** Cells before the text, where they hold nothing. */
  readonly indent: number
}

interface Line {
  readonly spans: readonly Span[]
  readonly text: string
  /** Where its rows begin. */
  readonly breaks: readonly number[]
}

interface Composed {
  readonly columns: readonly Span[]
  readonly lines: readonly Line[]
  readonly height: number
}

/** Records that are kept as they were composed: some screens full. */
const KEPT = 512
/** Cells that a message has, however narrow the window is. */
const LEAST = 24

/** Turns records into rows of spans. */
export class Composer {
  readonly #store: RecordStore
  readonly #layout: Layout
  readonly #unfolded: ReadonlySet<number>
  readonly #known = new Map<number, Composed>()

  /** @param unfolded the places of the records that are shown whole */
  constructor(store: RecordStore, layout: Layout, unfolded: ReadonlySet<number>) {
    this.#store = store
    this.#layout = layout
    this.#unfolded = unfolded
  }

  /** Rows that a record takes. */
  height(number: number): number {
    return this.#compose(number).height
  }

  /** A record as text, as it is shown; parts that are folded are only counted. */
  text(number: number): string {
    const { columns, lines } = this.#compose(number)
    const body = lines.map(({ text }) => text).join('\n')
    return textOf(columns).trimEnd() + (body === '' ? '' : ` ${body}`)
  }

  /** To be called when a record has become another. */
  forget(number: number): void {
    this.#known.delete(number)
  }

  /**
   * One row of a record. Rows after the first are indented to where the message begins.
   * @param left units of the message that are scrolled out on the left, where lines are not wrapped
   */
  row(number: number, part: number, left: number, mark?: Mark): RowOf {
    const { columns, lines } = this.#compose(number)
    const indent = part === 0 ? 0 : columnsWidth(this.#layout)
    const before = part === 0 ? columns : [{ text: ' '.repeat(indent), look: PLAIN }]
    let [at, rest] = [0, part]
    while (at < lines.length - 1 && rest >= (lines[at]?.breaks.length ?? 1)) {
      rest -= lines[at]?.breaks.length ?? 1
      at++
    }
    const { spans, text, breaks } = lines[at] ?? EMPTY
    const marked = mark ? markSpans(spans, mark.rangesOf(text), mark.here ? 'here' : 'found') : spans
    const from = this.#layout.wrap ? (breaks[rest] ?? 0) : Math.min(left, text.length)
    const next = this.#layout.wrap ? breaks[rest + 1] : from + this.#room(text, from)
    const isSpace = this.#layout.wrap && next !== undefined && text[next - 1] === ' '
    const to = (next ?? text.length) - (isSpace ? 1 : 0)
    const joint = rest === 0 ? '\n' : text[from - 1] === ' ' ? ' ' : ''
    return { spans: [...before, ...cutSpans(marked, from, to)], joint, indent }
  }

  /** Cells that a message has in a row. */
  get #cells(): number {
    return Math.max(LEAST, this.#layout.width - columnsWidth(this.#layout))
  }

  #room(text: string, from: number): number {
    return from >= text.length ? 0 : unitsIn(text, from, this.#cells)
  }

  #compose(number: number): Composed {
    const known = this.#known.get(number)
    if (known) return known
    const composed = this.#make(number)
    if (this.#known.size === KEPT) this.#known.clear()
    this.#known.set(number, composed)
    return composed
  }

  #make(number: number): Composed {
    const record = this.#store.record(number)
    if (!record) return { columns: [], lines: [EMPTY], height: 1 }
    const body = bodyOf(record, this.#layout.colours)
    const fold = foldedLines(body.length, this.#unfolded.has(record.place))
    const shown = fold ? [...body.slice(0, fold.shown), foldSpans(fold)] : body
    const lines = shown.map((spans) => {
      const text = textOf(spans)
      return { spans, text, breaks: this.#layout.wrap ? breaksOf(text, this.#cells) : [0] }
    })
    const height = lines.reduce((rows, { breaks }) => rows + breaks.length, 0)
    return { columns: columnsOf(record, this.#layout), lines, height }
  }
}

const EMPTY: Line = { spans: [], text: '', breaks: [0] }

/** Characters of the longest name among some containers: the column of names keeps this width. */
export function nameWidth(containers: readonly { service: string; index: number }[]): number {
  return Math.min(20, Math.max(5, ...containers.map((container) => nameOf(container).length)))
}
