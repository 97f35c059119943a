/** A row of the screen: which of the shown lines, by its place among them, and which part of it when it is wrapped. */
export interface Row {
  readonly place: number
  readonly part: number
}

/** What there is to lay out. */
export interface Sheet {
  /** Places go from `first` to `end`, without the end. */
  readonly first: number
  readonly end: number
  /** Rows that the line at a place takes, at least one. */
  height(place: number): number
}

/** The rows from one on, at most so many. Pure. */
export function rowsFrom(sheet: Sheet, { place, part }: Row, count: number): Row[] {
  const rows: Row[] = []
  for (let at = place; at < sheet.end && rows.length < count; at++)
    for (let row = at === place ? part : 0; row < sheet.height(at) && rows.length < count; row++)
      rows.push({ place: at, part: row })
  return rows
}

/** The top row with which the last line is at the bottom. Pure. */
export function lastTop(sheet: Sheet, count: number): Row {
  return back(sheet, { place: sheet.end, part: 0 }, count)
}

/** The top row so many rows further down, or up when negative; it never leaves what there is. Pure. */
export function moved(sheet: Sheet, top: Row, by: number, count: number): Row {
  const next = by < 0 ? back(sheet, top, -by) : forth(sheet, top, by)
  const last = lastTop(sheet, count)
  return isBefore(last, next) ? last : next
}

export function isBefore(a: Row, b: Row): boolean {
  return a.place < b.place || (a.place === b.place && a.part < b.part)
}

function back(sheet: Sheet, from: Row, by: number): Row {
  let { place, part } = from
  let left = by
  while (left > part && place > sheet.first) {
    left -= part
    place--
    part = sheet.height(place)
  }
  return { place, part: Math.max(0, part - left) }
}

function forth(sheet: Sheet, from: Row, by: number): Row {
  let { place, part } = from
  let left = by
  while (place < sheet.end && left > 0) {
    const rest = sheet.height(place) - part
    if (left < rest) return { place, part: part + left }
    left -= rest
    place++
    part = 0
  }
  return { place, part }
}
