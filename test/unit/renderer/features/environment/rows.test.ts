import { expect, test } from 'vitest'
import type { EnvEntry, EnvProblem } from '../../../../../contract/env.ts'
import {
  isName,
  renamed,
  rowsOf,
  withoutRow,
} from '../../../../../renderer/features/environment/table/rows.ts'

const entry = (key: string, from: number, to: number, valueFrom: number): EnvEntry => ({
  key,
  value: 'x',
  secret: false,
  line: 1,
  from,
  to,
  valueFrom,
  valueTo: to,
  overridden: false,
})

const problem = (from: number, to: number): EnvProblem => ({
  severity: 'warning',
  code: 'spaces',
  message: 'It has spaces.',
  hint: '',
  line: 1,
  from,
  to,
})

test('gives each assignment its explanation and its problems, and each row a name of its own', () => {
  const entries = [entry('A', 0, 5, 2), entry('B', 6, 11, 8), entry('A', 12, 17, 14)]
  const keys = [{ key: 'A', about: 'The first.', example: '', source: 'example' as const }]
  expect(rowsOf(entries, [problem(8, 11), problem(30, 31)], keys)).toEqual([
    { ...entries[0], id: 'A 0', about: 'The first.', problems: [] },
    { ...entries[1], id: 'B 0', about: '', problems: [problem(8, 11)] },
    { ...entries[2], id: 'A 1', about: 'The first.', problems: [] },
  ])
})

test('finds the problems that belong to no row', () => {
  const entries = [entry('A', 0, 5, 2)]
  expect(withoutRow({ entries, problems: [problem(2, 4), problem(30, 31)] })).toEqual([problem(30, 31)])
})

test('renames an assignment and keeps all around it', () => {
  const text = 'A=1\nexport  A = "A" # A\n'
  expect(renamed(text, entry('A', 4, 19, 16), 'LONGER')).toBe('A=1\nexport  LONGER = "A" # A\n')
  expect(renamed('A=1\nexport\n', entry('export', 4, 10, 10), 'B')).toBe('A=1\nB\n')
  expect(renamed('export x=1', entry('x', 0, 10, 9), 'P')).toBe('export P=1')
})

test('tells a name from what is none', () => {
  expect(['PORT', '_a.b-c', '', '1A', 'A B', 'A='].map(isName)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
