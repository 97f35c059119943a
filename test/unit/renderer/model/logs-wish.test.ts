import { expect, test } from 'vitest'
import { parseLogsWish } from '../../../../renderer/model/logs-wish.ts'

const NOTHING = { names: [], request: null, level: null, text: '', regex: false, at: null }

test('an address can ask for some of the logs', () => {
  expect(parseLogsWish({ name: 'app-2' })).toEqual({ ...NOTHING, names: ['app-2'] })
  expect(parseLogsWish({ name: 'app-1,caddy', level: 'error' })).toEqual({
    ...NOTHING,
    names: ['app-1', 'caddy'],
    level: 'error',
  })
  expect(parseLogsWish({ request: 'req-17' })).toEqual({ ...NOTHING, request: 'req-17' })
  expect(parseLogsWish({ search: 'a.b' })).toEqual({ ...NOTHING, text: 'a.b' })
  expect(parseLogsWish({ expression: 'a.b', at: '1767225600000' })).toEqual({
    ...NOTHING,
    text: 'a.b',
    regex: true,
    at: 1_767_225_600_000,
  })
})

test('an address that asks for a terminal, or nothing, does not', () => {
  expect([parseLogsWish({}), parseLogsWish({ shell: 'app-1' })]).toEqual([undefined, undefined])
})

test('what makes no sense is left out', () => {
  expect(parseLogsWish({ name: '', level: 'loud', at: 'noon' })).toEqual(NOTHING)
})
