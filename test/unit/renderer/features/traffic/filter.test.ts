import { expect, test } from 'vitest'
import {
  EVERYTHING,
  parseFilter,
  withWord,
  wordValue,
} from '../../../../../renderer/features/traffic/requests/filter.ts'

test('an empty text lets everything through', () => {
  expect(parseFilter('  ')).toEqual({ filter: EVERYTHING, problem: null })
})

test('words with a key filter by it, and the rest is part of a path', () => {
  expect(parseFilter('status:5XX app-2 instance:app-2 slower:1.5s method:post /api')).toEqual({
    filter: { path: 'app-2 /api', status: '5xx', instance: 2, slower: 1_500, method: 'POST' },
    problem: null,
  })
})

test.each([
  ['slower:250', { ...EVERYTHING, slower: 250 }],
  ['status:404', { ...EVERYTHING, status: '404' }],
  ['instance:10', { ...EVERYTHING, instance: 10 }],
  ['http://shop', { ...EVERYTHING, path: 'http://shop' }],
])('%s', (text, filter) => {
  expect(parseFilter(text)).toEqual({ filter, problem: null })
})

test.each([
  ['status:', 'status: takes a class or a code, as status:5xx or status:404'],
  ['status:9xx', 'status: takes a class or a code, as status:5xx or status:404'],
  ['instance:0', 'instance: takes a number, as instance:2'],
  ['slower:fast', 'slower: takes a time, as slower:500ms or slower:2s'],
  ['method:', 'method: takes a method, as method:POST'],
])('%s filters nothing yet and says what it takes', (text, problem) => {
  expect(parseFilter(text)).toEqual({ filter: EVERYTHING, problem })
})

test('a choice sets its word and leaves the others as they were typed', () => {
  expect(withWord('/api  status:404', 'status', '5xx')).toBe('status:5xx /api')
  expect(withWord('/api Status:404 instance:2', 'status', null)).toBe('/api instance:2')
})

test('the word that stands is read as it is typed', () => {
  expect(wordValue('/api status:5xx', 'status')).toBe('5xx')
  expect(wordValue('/api', 'status')).toBe(null)
})
