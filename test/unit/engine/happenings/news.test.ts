import { expect, test } from 'vitest'
import { factOf } from '../../../../engine/happenings/fact.ts'
import { newsAmong } from '../../../../engine/happenings/news.ts'
import { lineOf } from '../../../support/happenings.ts'

const subject = { name: 'shop-app-2', service: 'app', index: 2 }
const fact = (words: string, options: Parameters<typeof factOf>[2]) => factOf(subject, words, options)

const stopped = fact('was stopped from outside (SIGTERM, exit code 0)', {
  id: 'c die 1500',
  at: 1_000,
  cause: 'docker',
  took: 500,
})
const restarted = fact('was restarted from outside', {
  id: 'c die 1500',
  at: 1_000,
  cause: 'docker',
  took: 1_000,
})

test('what is known is no news, what is known better is', () => {
  expect(newsAmong([stopped], [], 0)).toEqual([stopped])
  expect(newsAmong([stopped], [stopped], 0)).toEqual([])
  expect(newsAmong([restarted], [stopped], 0)).toEqual([restarted])
})

test('who sees only the rest of the events does not spoil what is known', () => {
  const crashed = fact('crashed (exit code 143)', {
    id: 'c die 1500',
    at: 1_500,
    cause: 'crash',
    broke: true,
  })
  expect(newsAmong([crashed], [stopped], 0)).toEqual([])
  const again = { id: 'c start 9000', at: 9_000, cause: 'restart-policy' as const, took: 100 }
  const numbered = fact('was started again by Docker (restart 3)', again)
  expect(newsAmong([fact('was started again by Docker', again)], [numbered], 0)).toEqual([])
  const start = fact('was started from outside', { id: 'c start 2000', at: 2_000, cause: 'docker' })
  expect(newsAmong([start], [restarted], 0)).toEqual([])
})

test('two restarts in one second are two', () => {
  const restart = (at: number, number: number) =>
    fact(`was started again by Docker (restart ${number})`, {
      id: `c start ${at}`,
      at,
      cause: 'restart-policy',
      took: 200,
    })
  expect(newsAmong([restart(5_000, 1), restart(5_900, 2)], [restart(5_000, 1)], 0).map(lineOf)).toEqual([
    '5.9 s, 200 ms: app-2 was started again by Docker (restart 2) [restart-policy]',
  ])
})

test('what is not kept any more does not come back', () => {
  expect(newsAmong([stopped], [], 1_000)).toEqual([])
  expect(newsAmong([stopped], [], 999)).toEqual([stopped])
})
