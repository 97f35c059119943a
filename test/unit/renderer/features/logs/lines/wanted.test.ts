import { expect, test } from 'vitest'
import { soughtOf, wantedOf } from '../../../../../../renderer/features/logs/lines/wanted.ts'

const ALL = {
  names: [],
  level: null,
  request: null,
  events: true,
  text: '',
  regex: false,
  matchCase: false,
  onlyMatches: false,
} as const

test('what is chosen becomes a filter of the engine, and nothing else does', () => {
  expect(wantedOf('/shop', ALL)).toEqual({ directory: '/shop', names: [], filter: {} })
  expect(
    wantedOf('/shop', { ...ALL, names: ['app-2'], level: 'error', request: 'r-1', events: false }),
  ).toEqual({
    directory: '/shop',
    names: ['app-2'],
    filter: { level: 'error', request: 'r-1', events: false },
  })
})

test('a search leaves lines out only where that is wanted', () => {
  const search = { pattern: 'order', regex: true, matchCase: false }
  const choice = { ...ALL, text: 'order', regex: true }
  expect(wantedOf('/shop', choice).filter).toEqual({})
  expect(wantedOf('/shop', { ...choice, onlyMatches: true }).filter).toEqual({ search })
  expect(soughtOf('/shop', choice)?.filter).toEqual({ search })
  expect(soughtOf('/shop', ALL)).toBeUndefined()
})
