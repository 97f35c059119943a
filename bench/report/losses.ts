import { table } from '../../cli/output/table.ts'

/** One operation under load, by who did it. */
export interface LossRow {
  readonly name: string
  readonly columns: Record<string, { readonly sent: number; readonly lost: number }>
}

/** Requests lost of those sent, an operation a line. */
export function lossTable(rows: readonly LossRow[]): string[] {
  const titles = Object.keys(rows[0]?.columns ?? {})
  const right = (text: string) => ({ text, right: true })
  return table([
    ['lost of sent', ...titles.map(right)],
    ...rows.map(({ name, columns }) => [name, ...titles.map((title) => right(describe(columns[title])))]),
  ])
}

function describe(cell: LossRow['columns'][string] | undefined): string {
  if (!cell) return ''
  const share = cell.lost === 0 ? '' : ` (${((cell.lost / cell.sent) * 100).toFixed(1)} %)`
  return `${cell.lost} of ${cell.sent}${share}`
}
