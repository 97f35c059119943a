import { expect, test } from 'vitest'
import { compileSearch, rangesOf } from '../../../../../../renderer/features/logs/text/search.ts'

const expressionOf = (text: string, more: { regex?: boolean; matchCase?: boolean } = {}) => {
  const compiled = compileSearch({ text, regex: false, matchCase: false, ...more })
  if ('problem' in compiled || !compiled.expression) throw new Error('no expression')
  return compiled.expression
}

test('plain text is taken as it is written, in any case unless told', () => {
  expect(rangesOf(expressionOf('a.c'), 'abc A.C a.c')).toEqual([
    [4, 7],
    [8, 11],
  ])
  expect(rangesOf(expressionOf('a.c', { matchCase: true }), 'A.C a.c')).toEqual([[4, 7]])
})

test('an expression finds the same however often it is asked', () => {
  const expression = expressionOf('o+', { regex: true })
  const found = [
    [1, 3],
    [4, 5],
  ]
  expect([rangesOf(expression, 'foo o'), rangesOf(expression, 'foo o')]).toEqual([found, found])
})

test('empty matches are none, and a malformed expression says why', () => {
  expect(rangesOf(expressionOf('x*', { regex: true }), 'abc')).toEqual([])
  expect(compileSearch({ text: '(a', regex: true, matchCase: false })).toEqual({
    problem: 'Unterminated group',
  })
  expect(compileSearch({ text: '', regex: true, matchCase: false })).toEqual({ expression: undefined })
})
