import { expect, test } from 'vitest'
import { lineDiff } from '../../../../../renderer/features/environment/diff/line-diff.ts'

const SIGNS = { same: ' ', added: '+', removed: '-', gap: '~' } as const
const print = (before: string, after: string, shown = false): string[] =>
  lineDiff(before, after, shown).map(({ kind, text }) => SIGNS[kind] + text)

const lines = (...texts: string[]): string => `${texts.join('\n')}\n`

test('shows changed lines with two around them, and gaps in place of the others', () => {
  const before = lines('A=1', 'B=2', 'C=3', 'D=4', 'E=5', 'F=6', 'G=7', 'H=8', 'I=9', 'J=10', 'K=11')
  const after = lines('A=1', 'B=2', 'C=0', 'D=4', 'E=5', 'F=6', 'G=7', 'H=8', 'I=9', 'K=11')
  expect(print(before, after)).toEqual([
    ' A=1',
    ' B=2',
    '-C=3',
    '+C=0',
    ' D=4',
    ' E=5',
    '~',
    ' H=8',
    ' I=9',
    '-J=10',
    ' K=11',
  ])
})

test('shows that a secret is another without showing it', () => {
  expect(print(lines('API_KEY=one'), lines('API_KEY=two'))).toEqual([
    '-API_KEY=••••••••',
    '+API_KEY=••••••••',
  ])
  expect(print(lines('API_KEY=one'), lines('API_KEY=two'), true)).toEqual(['-API_KEY=one', '+API_KEY=two'])
})

test('hides every line of a secret of several lines', () => {
  expect(print('', 'JWT_KEY="a\nb"\n')).toEqual(['-', '+JWT_KEY=••••••••', '+••••••••'])
})

test('says nothing of equal texts, and of a line end at the end', () => {
  expect(print('A=1\n', 'A=1\n')).toEqual([])
  expect(print('A=1\n', 'A=1')).toEqual([])
})
