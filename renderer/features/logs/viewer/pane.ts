import type { LogRecord } from '../../../../contract/logs.ts'
import { RecordStore } from '../lines/record-store.ts'
import type { Shown } from '../lines/row-record.ts'
import { Composer, type Layout, type RowOf } from '../paint/composer.ts'
import type { Sheet } from '../paint/rows.ts'
import type { Link } from '../text/span.ts'
import { widthOf } from '../text/width.ts'
import type { Beginning, Marks, PaintedRow, PaneState } from './pane-state.ts'
import { Viewport } from './viewport.ts'
import { beginningText, skipText } from './words.ts'

const LAYOUT: Layout = { stamps: true, names: 8, wrap: true, colours: true, width: 80 }

/** The records of a log, and where the screen is in them. Knows no DOM. */
export class Pane {
  #store = new RecordStore()
  #layout = LAYOUT
  #unfolded = new Set<number>()
  #composer = new Composer(this.#store, this.#layout, this.#unfolded)
  #viewport = new Viewport()
  #left = 0
  /** The place of the record that was chosen. */
  #chosen: number | null = null
  #beginning: Beginning = 'whole'

  /** Lets go of everything; what comes then takes its place. */
  begin(): void {
    this.#store = new RecordStore()
    this.#unfolded = new Set()
    this.#viewport.follow()
    this.#chosen = null
    this.#beginning = 'whole'
    this.#compose()
  }

  append(records: readonly LogRecord[], skipped = 0): void {
    const next = records[0]
    const place = next?.place ?? this.#store.lastPlace ?? 0
    const note: Shown = { kind: 'note', place, time: next?.time ?? Date.now(), text: skipText(skipped) }
    const grown = this.#store.append(skipped > 0 ? [note, ...records] : records)
    for (const number of grown) this.#composer.forget(number)
  }

  /** Puts older records before the first. What is on the screen stays there. */
  prepend(records: readonly LogRecord[]): void {
    this.#store.prepend(records)
  }

  layOut(layout: Layout, rows: number): void {
    this.#layout = layout
    this.#viewport.height = rows
    this.#compose()
  }

  /** Says whether the engine has older records than these. */
  begins(beginning: Beginning): void {
    this.#beginning = beginning
  }

  /** Whether the screen shows that there are older records, and they can be held. */
  get wantsOlder(): boolean {
    const shown = this.#viewport.top(this.#sheet()).place < this.#store.first
    return shown && this.#beginning === 'more' && !this.#store.full
  }

  /** Where one is in the log, to be found again under another filter; undefined at its end. */
  get anchor(): number | undefined {
    return this.#chosen ?? (this.#viewport.following ? undefined : this.topPlace)
  }

  /** No more older records can be held. */
  get full(): boolean {
    return this.#store.full
  }

  /** The place of the oldest record. */
  get firstPlace(): number | undefined {
    return this.#store.record(this.#store.first)?.place
  }

  /** When it was written. */
  get firstTime(): number | undefined {
    return this.#store.record(this.#store.first)?.time
  }

  /** The place up to which everything was read. */
  get lastPlace(): number | undefined {
    return this.#store.lastPlace
  }

  /** The rows of the screen now. */
  paint(marks?: Marks): PaintedRow[] {
    return this.#viewport.rows(this.#sheet()).map(({ place: number, part }) => {
      const record = this.#store.record(number)
      if (!record) return { number, part, ...this.#beginningRow() }
      const mark = marks && { rangesOf: marks.rangesOf, here: record.place === marks.here }
      const chosen = record.place === this.#chosen && record.kind !== 'note'
      const ground = chosen ? 'chosen' : record.kind === 'event' ? 'event' : undefined
      return { number, part, ...this.#composer.row(number, part, this.#left, mark), ground }
    })
  }

  state(): PaneState {
    const { first, end } = this.#store
    const sheet = this.#sheet()
    const rows = this.#viewport.rows(sheet)
    const above = Math.max(first, this.#viewport.top(sheet).place)
    const chosen = this.#chosen === null ? -1 : rows.findIndex(({ place }) => this.#isChosen(place))
    return {
      held: end - first,
      following: this.#viewport.following,
      unread: this.#viewport.unread(sheet),
      top: above - first,
      visible: Math.max(0, (rows.at(-1)?.place ?? -1) - above + 1),
      chosenRow: chosen < 0 ? null : chosen,
    }
  }

  /** The text of a record as it is shown. */
  text(number: number): string {
    if (this.#store.record(number)) return this.#composer.text(number)
    return beginningText(this.#beginning, this.#store.dropped).text
  }

  /** What lies at a cell of the screen. */
  at(row: number, column: number): { number: number; link: Link | undefined } | undefined {
    const painted = this.paint()[row]
    if (!painted || !this.#store.record(painted.number)) return undefined
    let cells = 0
    const span = painted.spans.find(({ text }) => {
      cells += widthOf(text)
      return column < cells
    })
    return { number: painted.number, link: span?.link }
  }

  /** The record that was chosen. */
  get chosen(): LogRecord | undefined {
    if (this.#chosen === null) return undefined
    const record = this.#store.record(this.#store.numberOf(this.#chosen))
    return record?.kind === 'note' || record?.place !== this.#chosen ? undefined : record
  }

  /** Chooses a record by its number; null for none. It stays where it is on the screen. */
  choose(number: number | null): void {
    const record = number === null ? undefined : this.#store.record(number)
    this.#chosen = record && record.kind !== 'note' ? record.place : null
    if (this.#chosen !== null) this.hold()
  }

  /** Chooses the record after the chosen one, or the one before, and shows it. */
  chooseNext(by: 1 | -1): void {
    if (this.#chosen === null) return
    let number = this.#store.numberOf(this.#chosen) + by
    while (this.#store.record(number)?.kind === 'note') number += by
    if (!this.#store.record(number)) return
    this.choose(number)
    this.#viewport.show(this.#sheet(), number, false)
  }

  /** Chooses the last record on the screen. */
  chooseLast(): void {
    const painted = this.paint().findLast(({ number }) => {
      const kind = this.#store.record(number)?.kind
      return kind === 'log' || kind === 'event'
    })
    if (painted) this.choose(painted.number)
  }

  /** Shows a record whole, or folds it again. */
  fold(number: number, open?: boolean): void {
    const record = this.#store.record(number)
    if (!record) return
    const { place } = record
    if (open ?? !this.#unfolded.has(place)) this.#unfolded.add(place)
    else this.#unfolded.delete(place)
    this.hold()
    this.#composer.forget(number)
  }

  /** The same with the chosen one. */
  foldChosen(open: boolean): void {
    if (this.#chosen !== null) this.fold(this.#store.numberOf(this.#chosen), open)
  }

  /** Moves by so many rows. At the end it follows again. */
  scroll(rows: number): void {
    this.#viewport.scroll(this.#sheet(), rows)
  }

  /** Moves by a screen, of which two rows stay. */
  page(by: 1 | -1): void {
    this.scroll(by * Math.max(1, this.#viewport.height - 2))
  }

  /** Moves to a share of the records, from 0 to 1. */
  scrollTo(share: number): void {
    if (share <= 0) {
      this.toTop()
      return
    }
    const sheet = this.#sheet()
    const { first, end } = this.#store
    const place = first + Math.round(share * (end - first))
    this.#viewport.goTo(sheet, { place, part: 0 })
  }

  shift(cells: number): void {
    this.#left = this.#layout.wrap ? 0 : Math.max(0, this.#left + cells)
  }

  toTop(): void {
    this.#viewport.toTop(this.#sheet())
  }

  toEnd(): void {
    this.#viewport.follow()
    this.#left = 0
  }

  /** Stays where it is, whatever comes. */
  hold(): void {
    this.#viewport.hold(this.#sheet())
  }

  /** Whether the record at a place is held. */
  holds(place: number): boolean {
    return this.#store.record(this.#store.numberOf(place))?.place === place
  }

  /** Shows the record at a place, in the middle where it was not to be seen. */
  show(place: number): void {
    this.#viewport.show(this.#sheet(), this.#store.numberOf(place), true)
  }

  /** Shows the first record that was written at a time or after it. */
  showTime(time: number): void {
    const { first, end } = this.#store
    let number = first
    while (number < end && (this.#store.record(number)?.time ?? 0) < time) number++
    this.choose(Math.min(number, end - 1))
    this.#viewport.show(this.#sheet(), number, true)
  }

  /** The place of the record at the top of the screen. */
  get topPlace(): number {
    const { place } = this.#viewport.top(this.#sheet())
    return this.#store.record(Math.max(this.#store.first, place))?.place ?? 0
  }

  #beginningRow(): RowOf {
    return { spans: [beginningText(this.#beginning, this.#store.dropped)], joint: '\n', indent: 0 }
  }

  #isChosen(number: number): boolean {
    const record = this.#store.record(number)
    return record?.place === this.#chosen && record?.kind !== 'note'
  }

  #compose(): void {
    this.#composer = new Composer(this.#store, this.#layout, this.#unfolded)
  }

  #sheet(): Sheet {
    const { first, end, dropped } = this.#store
    const noted = end > first && (dropped > 0 || this.#beginning !== 'whole')
    return {
      first: noted ? first - 1 : first,
      end,
      height: (number) => (number < first ? 1 : this.#composer.height(number)),
    }
  }
}
