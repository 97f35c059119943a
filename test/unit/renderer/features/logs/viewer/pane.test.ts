import { beforeEach, expect, test } from 'vitest'
import type { LogLine } from '../../../../../../contract/models.ts'
import { Pane } from '../../../../../../renderer/features/logs/viewer/pane.ts'

const line = (text: string): LogLine => ({
  time: 1,
  service: 'app',
  container: 'demo-app-1',
  index: 1,
  stream: 'stdout',
  text,
})
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => line(`line ${from + at}`))

let pane: Pane
const append = (from: number, to: number) => {
  pane.append(lines(from, to))
  while (pane.advance());
}
const screen = () =>
  pane.paint().map(({ spans }) =>
    spans
      .map(({ text }) => text)
      .join('')
      .trim()
      .split('  ')
      .at(-1)
      ?.trim(),
  )

beforeEach(() => {
  pane = new Pane()
  pane.layOut({ stamps: false, names: 5, wrap: true, width: 80 }, 3)
})

test('the end is followed until one scrolls up, and again at the end', () => {
  append(1, 10)
  expect(screen()).toEqual(['line 8', 'line 9', 'line 10'])
  pane.scroll(-2)
  append(11, 12)
  expect(screen()).toEqual(['line 6', 'line 7', 'line 8'])
  expect(pane.state()).toMatchObject({ following: false, unread: 2, top: 5, visible: 3, shown: 12 })
  pane.page(9 as 1)
  expect([screen(), pane.state().following]).toEqual([['line 10', 'line 11', 'line 12'], true])
})

test('a search steps through its matches, round the end', () => {
  append(1, 30)
  pane.filter({ levels: 'all', expression: /line [1-3]0/g, onlyMatches: false })
  while (pane.advance());
  const places = [1, 1, 1, 1, -1].map((by) => {
    pane.step(by as 1 | -1)
    return pane.state().at
  })
  expect(places).toEqual([2, 0, 1, 2, 1])
  expect(screen()).toContain('line 20')
})

test('the line at the top says how many are gone', () => {
  append(1, 100_005)
  pane.toTop()
  expect(screen()).toEqual(['— 5 older lines were dropped —', 'line 6', 'line 7'])
})

test('a long line takes rows of its own, indented to its message, and is one line as text', () => {
  pane.layOut({ stamps: false, names: 5, wrap: true, width: 43 }, 3)
  pane.append([line('x'.repeat(40))])
  while (pane.advance());
  expect(pane.paint().map(({ spans }) => spans.map(({ text }) => text).join(''))).toEqual([
    `app-1        ${'x'.repeat(30)}`,
    `${' '.repeat(13)}${'x'.repeat(10)}`,
  ])
  expect([...pane.texts()]).toEqual([`app-1 ${'x'.repeat(40)}`])
})

test('a new stream takes the place of the old one', () => {
  append(1, 5)
  pane.scroll(-1)
  pane.begin()
  append(7, 8)
  expect([screen(), pane.state().following]).toEqual([['line 7', 'line 8'], true])
})
