import { expect, test } from 'vitest'
import type { LogLine } from '../../../../../../contract/models.ts'
import { LineStore } from '../../../../../../renderer/features/logs/lines/line-store.ts'
import type { NumberList } from '../../../../../../renderer/features/logs/lines/number-list.ts'
import { View } from '../../../../../../renderer/features/logs/lines/view.ts'

const line = (text: string, container = 'demo-app-1'): LogLine => ({
  time: 1,
  service: 'app',
  container,
  index: 1,
  stream: 'stdout',
  text,
})
const numbers = (list: NumberList) => Array.from({ length: list.length }, (_, place) => list.at(place))

test('levels and matches choose lines; a note of Shoal’s own stays', () => {
  const store = new LineStore(10)
  const view = new View(store)
  store.append([line('INFO a'), line('ERROR b'), line('note', ''), line('WARN c'), line('ERROR d')])
  view.advance(100)
  expect(numbers(view.shown)).toEqual([0, 1, 2, 3, 4])
  view.filter({ levels: 'errors', expression: /b/g, onlyMatches: false })
  view.advance(100)
  expect([numbers(view.shown), numbers(view.matches)]).toEqual([[1, 2, 4], [1]])
  view.filter({ levels: 'warnings', expression: /[bc]/g, onlyMatches: true })
  view.advance(100)
  expect([numbers(view.shown), numbers(view.matches)]).toEqual([
    [1, 2, 3],
    [1, 3],
  ])
})

test('new lines are looked at once, and dropped ones leave', () => {
  const store = new LineStore(3)
  const view = new View(store)
  store.append([line('a'), line('b')])
  view.advance(100)
  store.append([line('c'), line('d'), line('e')])
  view.advance(100)
  expect(numbers(view.shown)).toEqual([2, 3, 4])
})

test('a long search goes on in slices, and shows what was there until it is through', () => {
  const store = new LineStore(1_000)
  const view = new View(store)
  store.append(Array.from({ length: 500 }, (_, at) => line(`line ${at}`)))
  view.advance(100)
  view.filter({ levels: 'all', expression: /7/g, onlyMatches: true })
  let clock = 0
  const tick = () => clock++
  expect([view.advance(0, tick), view.searching, view.shown.length]).toEqual([false, true, 500])
  while (!view.advance(0, tick)) store.append([])
  expect([view.searching, view.shown.length]).toEqual([false, 95])
})
