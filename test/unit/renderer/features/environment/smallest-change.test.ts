import { expect, test } from 'vitest'
import { keyOfLine } from '../../../../../renderer/features/environment/editor/known.ts'
import { smallestChange } from '../../../../../renderer/features/environment/editor/smallest-change.ts'

const redo = (before: string, after: string): string => {
  const { from, to, insert } = smallestChange(before, after)
  return before.slice(0, from) + insert + before.slice(to)
}

test('replaces only what differs', () => {
  expect(smallestChange('A=1\nB=2\nC=3', 'A=1\nB=20\nC=3')).toEqual({ from: 7, to: 7, insert: '0' })
  expect(smallestChange('A=1\nA=1\n', 'A=1\n')).toEqual({ from: 4, to: 8, insert: '' })
})

test('makes the one text of the other', () => {
  const pairs = [
    ['', 'A=1'],
    ['aaa', 'aa'],
    ['abab', 'ab'],
    ['A=1', ''],
    ['A=1', 'B=2'],
  ] as const
  expect(pairs.map(([before, after]) => redo(before, after))).toEqual(pairs.map(([, after]) => after))
})

test('finds the variable of a line', () => {
  const lines = ['PORT=1', '  export A_B = 2', '# OLD=3', 'BARE', '# a sentence', '']
  expect(lines.map(keyOfLine)).toEqual([
    { key: 'PORT', at: 0 },
    { key: 'A_B', at: 9 },
    { key: 'OLD', at: 2 },
    { key: 'BARE', at: 0 },
    null,
    null,
  ])
})
