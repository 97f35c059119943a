import { beforeEach, expect, test } from 'vitest'
import { ShoalError } from '../../../../../../contract/errors.ts'
import {
  Finder,
  type Found,
  type SearchInput,
} from '../../../../../../renderer/features/logs/search/finder.ts'
import { entry } from '../records.ts'

const WANTED = { directory: '/shop', names: [], filter: { search: { pattern: 'order' } } }

let places: number[]
let asked: Partial<SearchInput>[]
let error: ShoalError | undefined
let told: Found[]
let finder: Finder

beforeEach(() => {
  places = []
  asked = []
  error = undefined
  told = []
  finder = new Finder(
    async ({ limit, before, after }) => {
      asked.push({ ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })
      if (error) throw error
      const inside = places.filter((place) => place > (after ?? -1) && place < (before ?? Infinity))
      const given = after === undefined ? inside.slice(-limit) : inside.slice(0, limit)
      const earlier = places.filter((place) => place < (given[0] ?? after ?? 0)).length
      return {
        matches: given.map((place) => entry('order', place)),
        total: places.length,
        earlier,
        later: places.length - earlier - given.length,
        searched: 1_000,
        oldest: 0,
      }
    },
    (found) => told.push(found),
  )
})

test('matches are counted, then gone through in both directions and round the end', async () => {
  places = [10, 20, 30]
  await finder.look(WANTED)
  expect(finder.found).toMatchObject({ state: 'found', total: 3, at: null })
  const went = []
  for (const by of [1, 1, 1, -1] as const) went.push([await finder.step(by, 15), finder.found.at])
  expect(went).toEqual([
    [20, 1],
    [30, 2],
    [10, 0],
    [30, 2],
  ])
  expect(asked).toEqual([{}])
})

test('matches far away are asked for when they are reached', async () => {
  places = Array.from({ length: 1_200 }, (_, at) => at + 1)
  await finder.look(WANTED)
  expect(await finder.step(-1, 700)).toBe(699)
  expect(finder.found.at).toBe(698)
  await finder.look(WANTED)
  expect(await finder.step(1, 1_200)).toBe(1)
  expect(finder.found.at).toBe(0)
  expect(await finder.step(-1, 0)).toBe(1_200)
  expect(asked).toEqual([{}, { before: 700 }, {}, { after: 1_200 }, { after: 0 }, { before: 1 }, {}])
})

test('without a match there is nothing to go to', async () => {
  await finder.look(WANTED)
  expect([await finder.step(1, 5), finder.found.total, finder.found.at]).toEqual([undefined, 0, null])
})

test('new matches are counted while the place stays', async () => {
  places = [10]
  await finder.look(WANTED)
  await finder.step(1, 0)
  places.push(20)
  await finder.count()
  expect(finder.found).toMatchObject({ total: 2, at: 0, place: 10 })
  expect(await finder.step(1, 0)).toBe(20)
})

test('an expression that takes too long is told; a lost engine is not', async () => {
  error = new ShoalError('usage', 'It takes too long.', 'Make it simpler.')
  await finder.look(WANTED)
  expect(finder.found).toMatchObject({ state: 'failed', error: { message: 'It takes too long.' } })
  error = new ShoalError('disconnected', 'Gone.')
  await finder.look(WANTED)
  expect(finder.found.error).toBeNull()
})

test('an answer to what is not looked for any more is dropped', async () => {
  places = [10]
  const first = finder.look(WANTED)
  await finder.look(undefined)
  await first
  expect(told.at(-1)).toMatchObject({ state: 'none', total: 0 })
})
