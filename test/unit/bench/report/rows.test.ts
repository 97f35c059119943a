import { expect, it } from 'vitest'
import { figureRow, rowTable, spreadRow } from '../../../../bench/report/rows.ts'

it('A row says its figure or median, the extremes, the goal, and whether it is met', () => {
  const rows = [
    figureRow('scripts', 'kB', 201.4, { atMost: 350 }),
    spreadRow('from docker kill to its card', 'ms', [420, 135, 260.6], { atMost: 250 }),
    figureRow('lines written', '', 600_000),
    figureRow('heap', 'MB', 7.25),
  ]
  expect(rowTable(rows)).toEqual([
    'scripts                        201 kB           <= 350  met',
    'from docker kill to its card   261 ms  135-420  <= 250  missed',
    'lines written                 600,000',
    'heap                           7.3 MB',
  ])
})
