import { expect, test } from 'vitest'
import { differingLines } from '../../../../../renderer/features/traffic/replay/differing-lines.ts'

/** The texts with a `!` before each line that differs. */
function marked(...texts: string[][]): string[][] {
  const marks = differingLines(texts)
  return texts.map((lines, text) => lines.map((line, at) => (marks[text]?.[at] ? `!${line}` : line)))
}

test('the same texts differ nowhere', () => {
  expect(marked(['a', 'b'], ['a', 'b'], ['a', 'b'])).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ])
})

test('a line that is another one in one text is marked in all', () => {
  expect(marked(['{', '"n": 1', '}'], ['{', '"n": 1', '}'], ['{', '"n": 2', '}'])).toEqual([
    ['{', '!"n": 1', '}'],
    ['{', '!"n": 1', '}'],
    ['{', '!"n": 2', '}'],
  ])
})

test('lines that only one text has do not shift the others', () => {
  expect(marked(['a', 'b', 'c'], ['a', 'x', 'y', 'b', 'c'])).toEqual([
    ['a', 'b', 'c'],
    ['a', '!x', '!y', 'b', 'c'],
  ])
  expect(marked(['one', 'a', 'b', 'last'], ['a', 'two', 'b'], ['a', 'b'])).toEqual([
    ['!one', 'a', 'b', '!last'],
    ['a', '!two', 'b'],
    ['a', 'b'],
  ])
})

test('an empty answer differs from all of another', () => {
  expect(marked([], ['a'])).toEqual([[], ['!a']])
})

test('very long texts are compared by the lines that they have', () => {
  const long = Array.from({ length: 1_200 }, (_, at) => `line ${at}`)
  const other = [...long].reverse()
  expect(
    differingLines([
      ['first', ...long, 'end'],
      [...other, 'x', 'end'],
    ])[1]?.filter(Boolean),
  ).toHaveLength(1)
})

test('without texts there is nothing', () => {
  expect(differingLines([])).toEqual([[]])
})
