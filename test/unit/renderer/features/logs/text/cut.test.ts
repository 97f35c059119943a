import { expect, test } from 'vitest'
import { breaksOf, cutSpans, markSpans } from '../../../../../../renderer/features/logs/text/cut.ts'

const spans = [
  { text: 'one ', look: { ink: '31' } },
  { text: 'two three', look: {} },
]

test('a text is broken where its cells end, whatever its characters take', () => {
  expect(breaksOf('', 10)).toEqual([0])
  expect(breaksOf('abcdefghij', 4)).toEqual([0, 4, 8])
  expect(breaksOf('漢字漢字', 4)).toEqual([0, 2])
  expect(breaksOf('漢字', 1)).toEqual([0, 1])
  expect(breaksOf('e\u0301e\u0301e\u0301', 2)).toEqual([0, 4])
  expect(breaksOf('🐟🐟🐟', 2)).toEqual([0, 4])
})

test('a row ends at a word, unless the word is long', () => {
  expect(breaksOf('one two three or four', 15)).toEqual([0, 14])
  expect(breaksOf('one two three', 7)).toEqual([0, 8])
  expect(breaksOf('a very-long-word-indeed', 10)).toEqual([0, 10, 20])
})

test('a part of some spans keeps their looks', () => {
  expect(cutSpans(spans, 2, 6)).toEqual([
    { text: 'e ', look: { ink: '31' } },
    { text: 'tw', look: {} },
  ])
  expect(cutSpans(spans, 13, 20)).toEqual([])
})

test('what was found is marked across spans', () => {
  expect(markSpans(spans, [[3, 5]], 'here')).toEqual([
    { text: 'one', look: { ink: '31' } },
    { text: ' ', look: { ink: '31', found: 'here' } },
    { text: 't', look: { found: 'here' } },
    { text: 'wo three', look: {} },
  ])
})
