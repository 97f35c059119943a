import { isBefore, lastTop, moved, type Row, rowsFrom, type Sheet } from '../paint/rows.ts'

/** Where the screen is in the rows of a sheet. It follows the end until it is moved away from there. */
export class Viewport {
  /** Rows of the screen. */
  height = 24
  /** The top row by its place; null while the end is followed. */
  #top: Row | null = null
  /** Where the sheet ended when following stopped. */
  #seen = 0

  get following(): boolean {
    return this.#top === null
  }

  /** Places that came since it stopped following. */
  unread(sheet: Sheet): number {
    return this.following ? 0 : sheet.end - Math.max(sheet.first, this.#seen)
  }

  top(sheet: Sheet): Row {
    const last = lastTop(sheet, this.height)
    if (this.#top === null) return last
    const place = Math.max(this.#top.place, sheet.first)
    const kept = place === this.#top.place ? this.#top.part : 0
    const top = { place, part: Math.min(kept, place < sheet.end ? sheet.height(place) - 1 : 0) }
    return isBefore(last, top) ? last : top
  }

  rows(sheet: Sheet): Row[] {
    return rowsFrom(sheet, this.top(sheet), this.height)
  }

  follow(): void {
    this.#top = null
  }

  /** Stays where it is, whatever comes. */
  hold(sheet: Sheet): void {
    if (this.following) this.#stay(sheet, this.top(sheet))
  }

  /** Moves by so many rows. At the end it follows again. */
  scroll(sheet: Sheet, rows: number): void {
    this.goTo(sheet, moved(sheet, this.top(sheet), rows, this.height))
  }

  /** Begins with a row, as far as there is enough behind it. At the end it follows again. */
  goTo(sheet: Sheet, row: Row): void {
    const top = moved(sheet, row, 0, this.height)
    if (isBefore(top, lastTop(sheet, this.height))) this.#stay(sheet, top)
    else this.follow()
  }

  /** Begins with the first row, and with whatever comes before it later. */
  toTop(sheet: Sheet): void {
    this.goTo(sheet, { place: sheet.first, part: 0 })
    if (!this.following) this.#top = { place: Number.NEGATIVE_INFINITY, part: 0 }
  }

  /**
   * Shows a place, and stays there.
   * @param middle whether it comes into the middle where it was not to be seen; else to the nearer edge
   */
  show(sheet: Sheet, place: number, middle: boolean): void {
    const rows = this.rows(sheet)
    if (rows.some((row) => row.place === place && row.part === 0)) {
      this.hold(sheet)
      return
    }
    const isAbove = place < (rows[0]?.place ?? 0)
    const above = middle ? this.height >> 1 : isAbove ? 0 : this.height - sheet.height(place)
    this.#stay(sheet, moved(sheet, { place, part: 0 }, -Math.max(0, above), this.height))
  }

  #stay(sheet: Sheet, row: Row): void {
    if (this.following) this.#seen = sheet.end
    this.#top = row
  }
}
