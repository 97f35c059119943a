import { expect, test } from 'vitest'
import type { EnvChange } from '../../../../../contract/env.ts'
import type { Snapshot } from '../../../../../contract/models.ts'
import { consequence } from '../../../../../renderer/features/environment/review/words.ts'
import { momentText } from '../../../../../renderer/features/environment/versions/moment-text.ts'
import { listed } from '../../../../../renderer/model/replacement-words.ts'

const changes: EnvChange[] = [{ key: 'A', kind: 'added', before: '', after: '1', secret: false }]
const snapshot = (state: Snapshot['state']) => ({
  project: 'shop',
  state,
  instances: [1, 2, 3].map((index) => ({ name: `shop-app-${index}` })) as Snapshot['instances'],
})
/** Names are kept on one line with a hyphen of their own. */
const plain = (words: string): string => words.replaceAll('\u2011', '-')

test('says which instances are replaced, and how', () => {
  const replaced = ['shop-app-1', 'shop-app-2', 'shop-app-3']
  expect(plain(consequence({ changes, replaced, snapshot: snapshot('running'), docker: true }))).toBe(
    'app-1, app-2 and app-3 are replaced one after another, each once its successor is healthy. No request is lost.',
  )
  expect(
    plain(consequence({ changes, replaced: ['shop-app-2'], snapshot: snapshot('running'), docker: true })),
  ).toBe('app-2 is replaced once its successor is healthy. No request is lost.')
})

test('names the other containers apart', () => {
  const replaced = ['shop-app-1', 'shop-caddy-1', 'shop-postgres-1']
  expect(plain(consequence({ changes, replaced, snapshot: snapshot('running'), docker: true }))).toBe(
    'app-1 is replaced once its successor is healthy. caddy-1 and postgres-1 are replaced too: what needs them waits meanwhile, or fails.',
  )
})

test('says why nothing restarts', () => {
  expect(consequence({ changes: [], replaced: [], snapshot: snapshot('running'), docker: true })).toBe(
    'Only comments or layout change, so nothing restarts.',
  )
  expect(consequence({ changes, replaced: [], snapshot: snapshot('running'), docker: true })).toBe(
    'No container uses what changes, so nothing restarts.',
  )
  expect(consequence({ changes, replaced: [], snapshot: snapshot('down'), docker: true })).toBe(
    'The stack does not run, so nothing restarts. The values count from its next start.',
  )
})

test('claims nothing while Docker does not answer', () => {
  expect(consequence({ changes, replaced: [], snapshot: snapshot('running'), docker: false })).toBe(
    'Docker does not answer, so nobody knows what this replaces, and nothing can be applied.',
  )
})

test('lists words', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
})

test('says when something was, by the day', () => {
  const now = new Date(2024, 10, 23, 9, 0).getTime()
  const at = (day: number, hour: number) => momentText(new Date(2024, 10, day, hour, 5).getTime(), now)
  expect([at(23, 0), at(22, 23), at(3, 14)]).toEqual([
    'today at 00:05',
    'yesterday at 23:05',
    '3 Nov at 14:05',
  ])
})
