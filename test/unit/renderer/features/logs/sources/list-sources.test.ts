import { expect, test } from 'vitest'
import { selectionText, toggled } from '../../../../../../renderer/features/logs/sources/list-sources.ts'

test('an instance does not stand beside its own service', () => {
  expect(toggled([], 'app-2')).toEqual(['app-2'])
  expect(toggled(['app-2', 'caddy'], 'app')).toEqual(['caddy', 'app'])
  expect(toggled(['app'], 'app-1')).toEqual(['app-1'])
  expect(toggled(['app-1', 'caddy'], 'app-1')).toEqual(['caddy'])
})

test('the choice is told in a few words', () => {
  expect([[], ['app-2'], ['app-1', 'caddy']].map((names) => selectionText(names, []))).toEqual([
    'All',
    'app-2',
    '2 sources',
  ])
})
