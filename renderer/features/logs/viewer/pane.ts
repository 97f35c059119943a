import type { LogLine } from '../../../../contract/models.ts'
import { LineStore } from '../lines/line-store.ts'
import { type Filter, View } from '../lines/view.ts'
import { Composer, type Layout } from '../paint/composer.ts'
import { isBefore, lastTop, moved, type Row, rowsFrom, type Sheet } from '../paint/rows.ts'
import type { Span } from '../text/span.ts'
import { droppedText } from './words.ts'

/** What the controls around the lines show. */
export interface PaneState {
  /** Lines that the filter lets through. */
  readonly shown: number
  readonly matches: number
  /** Which of the matches the search has gone to, from 0; null before. */
  readonly at: number | null
  readonly searching: boolean
  readonly following: boolean
  /** Lines that came since it stopped following. */
  readonly unread: number
  /** The place of the first line on the screen among the shown ones, and how many are there. */
  readonly top: number
  readonly visible: number
}

/** A row as it is to be painted, and the line that it belongs to; -1 is the note about dropped lines. */
export interface PaintedRow {
  readonly number: number
  readonly part: number
  readonly spans: readonly Span[]
}

/** Milliseconds that one frame spends on lines that were not looked at yet. */
const BUDGET = 6

/** The lines of a log, what of them is shown, and where the screen is in them. Knows no DOM. */
export class Pane {
  #store = new LineStore()
  #view = new View(this.#store)
  #filter: Filter = { levels: 'all', onlyMatches: false }
  #layout: Layout = { stamps: true, names: 8, wrap: true, width: 80 }
  #composer = new Composer(this.#store, this.#layout)
  /** The top row by its line's number; null while the end is followed. */
  #top: Row | null = null
  #left = 0
  #rows = 24
  /** The last line that was there when following stopped. */
  #seen = -1
  #current: number | null = null

  begin(): void {
    this.#store = new LineStore()
    this.#view = new View(this.#store)
    this.#view.filter(this.#filter)
    this.#composer = new Composer(this.#store, this.#layout)
    this.#top = null
    this.#current = null
  }

  append(lines: readonly LogLine[]): void {
    this.#store.append(lines)
  }

  filter(filter: Filter): void {
    this.#filter = filter
    this.#current = null
    this.#view.filter(filter)
  }

  layOut(layout: Layout, rows: number): void {
    this.#layout = layout
    this.#rows = rows
    this.#composer = new Composer(this.#store, layout)
  }

  /** Goes on looking through the lines. Returns whether there is more to look at. */
  advance(): boolean {
    return !this.#view.advance(BUDGET)
  }

  /** The rows of the screen now. */
  paint(): PaintedRow[] {
    const { shown } = this.#view
    const { expression } = this.#filter
    const sheet = this.#sheet()
    return rowsFrom(sheet, this.#topRow(sheet), this.#rows).map(({ place, part }) => {
      const number = shown.at(place)
      if (number === undefined) return { number: -1, part, spans: [droppedText(this.#store.first)] }
      const mark = expression && { expression, here: number === this.#current }
      return { number, part, spans: this.#composer.row(number, part, this.#left, mark) }
    })
  }

  state(): PaneState {
    const { shown, matches, searching } = this.#view
    const sheet = this.#sheet()
    const top = this.#topRow(sheet)
    const rows = rowsFrom(sheet, top, this.#rows)
    return {
      shown: shown.length,
      matches: matches.length,
      at: this.#current === null ? null : matches.placeOf(this.#current),
      searching,
      following: this.#top === null,
      unread: this.#top === null ? 0 : shown.length - shown.placeOf(this.#seen + 1),
      top: Math.max(0, top.place),
      visible: Math.max(0, (rows.at(-1)?.place ?? -1) - Math.max(0, top.place) + 1),
    }
  }

  /** The text of a line as it is shown. */
  text(number: number): string {
    return number < 0 ? droppedText(this.#store.first).text : this.#composer.text(number)
  }

  /** The numbers of all shown lines, and the store that they are of: what is copied or saved. */
  *texts(): Generator<string> {
    const { shown } = this.#view
    const numbers = Array.from({ length: shown.length }, (_, place) => shown.at(place) ?? -1)
    // A composer of its own: the one of the screen keeps what the screen shows.
    const composer = new Composer(this.#store, { ...this.#layout, wrap: false })
    for (const number of numbers) if (this.#store.line(number)) yield composer.text(number)
  }

  /** Moves by so many rows. At the end it follows again. */
  scroll(rows: number): void {
    const sheet = this.#sheet()
    this.#goTo(sheet, moved(sheet, this.#topRow(sheet), rows, this.#rows))
  }

  /** Moves by a screen, of which two rows stay. */
  page(by: 1 | -1): void {
    this.scroll(by * Math.max(1, this.#rows - 2))
  }

  /** Moves to a share of the lines, from 0 to 1. */
  scrollTo(share: number): void {
    const sheet = this.#sheet()
    const place = Math.round(share * this.#view.shown.length)
    this.#goTo(sheet, moved(sheet, { place: place <= 0 ? sheet.first : place, part: 0 }, 0, this.#rows))
  }

  shift(cells: number): void {
    this.#left = this.#layout.wrap ? 0 : Math.max(0, this.#left + cells)
  }

  toTop(): void {
    this.scrollTo(0)
  }

  toEnd(): void {
    this.#top = null
    this.#left = 0
  }

  /** Stays where it is, whatever comes. */
  hold(): void {
    const sheet = this.#sheet()
    if (this.#top === null) this.#stay(this.#topRow(sheet))
  }

  /** Goes to the next match, or the one before, round the end. */
  step(by: 1 | -1): void {
    const { matches, shown } = this.#view
    if (matches.length === 0) return
    const sheet = this.#sheet()
    const top = this.#topRow(sheet)
    const from = this.#current ?? (shown.at(Math.max(0, top.place)) ?? 0) - 1
    const place = by > 0 ? matches.placeOf(from + 1) : matches.placeOf(from) - 1
    const number = matches.at((place + matches.length) % matches.length)
    if (number === undefined) return
    this.#current = number
    const visible = rowsFrom(sheet, top, this.#rows).some((row) => shown.at(row.place) === number)
    if (visible) {
      this.hold()
      return
    }
    const target = moved(sheet, { place: shown.placeOf(number), part: 0 }, -(this.#rows >> 1), this.#rows)
    this.#stay(target)
  }

  #sheet(): Sheet {
    const { shown } = this.#view
    return {
      first: this.#store.first > 0 ? -1 : 0,
      end: shown.length,
      height: (place) => {
        const number = shown.at(place)
        return number === undefined ? 1 : this.#composer.height(number)
      },
    }
  }

  #topRow(sheet: Sheet): Row {
    const last = lastTop(sheet, this.#rows)
    if (this.#top === null) return last
    const place = this.#top.place < 0 ? sheet.first : this.#view.shown.placeOf(this.#top.place)
    const top = { place, part: Math.min(this.#top.part, place < sheet.end ? sheet.height(place) - 1 : 0) }
    return isBefore(last, top) ? last : top
  }

  #goTo(sheet: Sheet, row: Row): void {
    if (isBefore(row, lastTop(sheet, this.#rows))) this.#stay(row)
    else this.toEnd()
  }

  #stay(row: Row): void {
    if (this.#top === null) this.#seen = this.#store.end - 1
    this.#top = { place: this.#view.shown.at(row.place) ?? -1, part: row.part }
  }
}
