import { expect, test } from 'vitest'
import { SecondStore } from '../../../../engine/traffic/store.ts'
import { entry, NOON } from './lines.ts'

const at = (second: number) => (NOON + second) * 1000
const shown = (store: SecondStore) =>
  store
    .between(0, Number.POSITIVE_INFINITY)
    .map(({ at, tallies }) => [
      at / 1000 - NOON,
      Object.fromEntries([...tallies].map(([name, { requests }]) => [name, requests])),
    ])

test('entries go to their second and upstream, in whatever order they come', () => {
  const store = new SecondStore()
  for (const [time, upstream] of [
    [at(1) + 999.9, 'demo-app-1:3000'],
    [at(0), 'demo-app-2:3000'],
    [at(1), 'demo-app-1:3000'],
    [at(2) + 0.4, ''],
  ] as const)
    store.add(entry({ at: time, upstream }))
  expect(shown(store)).toEqual([
    [0, { 'demo-app-2': 1 }],
    [1, { 'demo-app-1': 2 }],
    [2, { '': 1 }],
  ])
})

test('fifteen minutes are kept, and what comes later than that is dropped', () => {
  const store = new SecondStore()
  for (const second of [0, 1, 899]) store.add(entry({ at: at(second) }))
  expect(shown(store).map(([second]) => second)).toEqual([0, 1, 899])
  store.add(entry({ at: at(900) }))
  store.add(entry({ at: at(0) }))
  expect(shown(store).map(([second]) => second)).toEqual([1, 899, 900])
})

test('a second changes its revision with each entry, so that a reader finds what is new', () => {
  const store = new SecondStore()
  store.add(entry({ at: at(0) }))
  store.add(entry({ at: at(1) }))
  const before = store.between(0, at(9)).map(({ revision }) => revision)
  store.add(entry({ at: at(0) }), 8)
  const after = store.between(0, at(9)).map(({ revision, sampled }) => ({ revision, sampled }))
  expect(after[0]).toEqual({ revision: 3, sampled: 8 })
  expect(after[1]).toEqual({ revision: before[1], sampled: 1 })
})

test('an instance at rest gets no second, one with a request in flight does', () => {
  const store = new SecondStore()
  store.look(
    at(5),
    new Map([
      ['demo-app-1', 0],
      ['demo-app-2', 3],
    ]),
  )
  expect(
    store
      .between(0, at(9))
      .map(({ tallies }) => [...tallies].map(([name, { inFlight }]) => [name, inFlight])),
  ).toEqual([[['demo-app-2', 3]]])
})
