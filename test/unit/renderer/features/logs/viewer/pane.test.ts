import { beforeEach, expect, test } from 'vitest'
import { Pane } from '../../../../../../renderer/features/logs/viewer/pane.ts'
import { entries, entry, event } from '../records.ts'

let pane: Pane
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
const LOOKS = { stamps: false, names: 5, wrap: true, colours: true }

beforeEach(() => {
  pane = new Pane()
  pane.layOut({ ...LOOKS, width: 80 }, 3)
})

test('the end is followed until one scrolls up, and again at the end', () => {
  pane.append(entries(1, 10))
  expect(screen()).toEqual(['line 8', 'line 9', 'line 10'])
  pane.scroll(-2)
  pane.append(entries(11, 12))
  expect(screen()).toEqual(['line 6', 'line 7', 'line 8'])
  expect(pane.state()).toMatchObject({ following: false, unread: 2, top: 5, visible: 3, held: 12 })
  pane.page(9 as 1)
  expect([screen(), pane.state().following]).toEqual([['line 10', 'line 11', 'line 12'], true])
})

test('the line at the top says how many are gone', () => {
  pane.append(entries(1, 100_005))
  pane.toTop()
  expect(screen()).toEqual(['— 5 older lines were dropped —', 'line 6', 'line 7'])
})

test('older lines are wanted when their note is seen, and come above what is on the screen', () => {
  pane.append(entries(11, 20))
  pane.begins('more')
  expect(pane.wantsOlder).toBe(false)
  pane.toTop()
  expect([pane.wantsOlder, screen()]).toEqual([true, ['— older lines —', 'line 11', 'line 12']])
  pane.scroll(1)
  pane.prepend(entries(6, 10))
  pane.begins('whole')
  expect(screen()).toEqual(['line 11', 'line 12', 'line 13'])
  pane.toTop()
  expect([pane.wantsOlder, screen()]).toEqual([false, ['line 6', 'line 7', 'line 8']])
})

test('at the top it stays at the top, until all that is older has come', () => {
  pane.append(entries(11, 20))
  pane.begins('more')
  pane.toTop()
  pane.prepend(entries(6, 10))
  expect([pane.wantsOlder, screen()]).toEqual([true, ['— older lines —', 'line 6', 'line 7']])
  pane.prepend(entries(1, 5))
  pane.begins('whole')
  expect(screen()).toEqual(['line 1', 'line 2', 'line 3'])
})

test('lines that were skipped are told of where they are missing', () => {
  pane.layOut({ ...LOOKS, width: 120 }, 3)
  pane.append(entries(1, 1))
  pane.append(entries(9, 9), 7)
  expect(screen()).toEqual([
    'line 1',
    '7 lines came faster than this window could show them and were skipped',
    'line 9',
  ])
})

test('a long line takes rows of its own, indented to its message', () => {
  pane.layOut({ ...LOOKS, width: 43 }, 3)
  pane.append([entry('x'.repeat(40))])
  expect(pane.paint().map(({ spans }) => spans.map(({ text }) => text).join(''))).toEqual([
    `app-1        ${'x'.repeat(30)}`,
    `${' '.repeat(13)}${'x'.repeat(10)}`,
  ])
  expect(pane.text(0)).toBe(`app-1 ${'x'.repeat(40)}`)
})

test('a long stack is folded until it is wanted whole', () => {
  pane.layOut({ ...LOOKS, width: 80 }, 20)
  const frames = Array.from({ length: 9 }, (_, at) => `at frame ${at}`)
  pane.append([entry(['Error: boom', ...frames].join('\n')), entry('next', 2)])
  const folded = ['Error: boom', 'at frame 0', 'at frame 1', 'at frame 2', '▸ 6 more lines', 'next']
  expect(screen()).toEqual(folded)
  expect(pane.at(4, 15)).toEqual({ number: 0, link: { kind: 'fold' } })
  pane.fold(0)
  expect(screen()).toEqual(['Error: boom', ...frames, '▾ Hide 6 lines', 'next'])
  pane.choose(0)
  pane.foldChosen(false)
  expect(screen()).toEqual(folded)
})

test('a record is chosen and then the ones around it; notes are stepped over', () => {
  pane.append(entries(1, 2))
  pane.append([...entries(5, 5), event('left', 'left the rotation', { place: 6 })], 2)
  pane.choose(0)
  const chosen = [1, 1, 1, 1, -1].map((by) => {
    pane.chooseNext(by as 1 | -1)
    return pane.chosen?.text
  })
  expect(chosen).toEqual(['line 2', 'line 5', 'left the rotation', 'left the rotation', 'line 5'])
  expect(pane.paint().map(({ ground }) => ground)).toEqual([undefined, 'chosen', 'event'])
  expect(pane.state()).toMatchObject({ following: false, chosenRow: 1 })
})

test('a place is shown in the middle, or where it is to be seen already', () => {
  pane.append(entries(1, 20))
  pane.show(10)
  expect(screen()).toEqual(['line 9', 'line 10', 'line 11'])
  pane.show(11)
  expect([screen()[0], pane.holds(11), pane.holds(30)]).toEqual(['line 9', true, false])
})

test('a time is shown by its first record', () => {
  pane.append(entries(1, 20))
  pane.showTime(7)
  expect([pane.chosen?.text, screen()[1]]).toEqual(['line 7', 'line 7'])
})

test('what is found is marked, and where the search has gone to', () => {
  pane.append(entries(1, 2))
  const marks = { rangesOf: () => [[0, 4]] as const, here: 2 }
  expect(pane.paint(marks).map(({ spans }) => spans.find(({ look }) => look.found)?.look.found)).toEqual([
    'found',
    'here',
  ])
})

test('a new stream takes the place of the old one', () => {
  pane.append(entries(1, 5))
  pane.scroll(-1)
  pane.begin()
  pane.append(entries(7, 8))
  expect([screen(), pane.state().following]).toEqual([['line 7', 'line 8'], true])
})
