import type { Painter } from './paint.ts'

export interface Cell {
  readonly text: string
  readonly paint?: Painter | undefined
  /** Numbers line up at their end. */
  readonly right?: boolean
}

const GAP = '  '

/** Lines up cells in columns. Colours are put on after the padding, so that they take no room. */
export function table(rows: readonly (readonly (string | Cell)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)))
  const widths: number[] = []
  for (const row of cells)
    for (const [column, { text }] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, text.length)
  return cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  )
}

function pad({ text, paint, right }: Cell, width: number): string {
  const space = ' '.repeat(width - text.length)
  const painted = paint && text ? paint(text) : text
  return right ? space + painted : painted + space
}
