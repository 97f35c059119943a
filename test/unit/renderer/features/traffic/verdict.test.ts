import { expect, test } from 'vitest'
import type { Replay } from '../../../../../contract/requests.ts'
import { verdictOf } from '../../../../../renderer/features/traffic/replay/verdict.ts'
import { replayOf } from '../../../../support/made-up-traffic.ts'

const words = (replay: Replay) => verdictOf(replay).words
const differing = (replay: Replay, differs: Partial<Replay['differs']>): Replay => ({
  ...replay,
  differs: { ...replay.differs, ...differs },
})
const silent = (replay: Replay, ...indices: number[]): Replay => ({
  ...replay,
  answers: replay.answers.map((answer) =>
    indices.includes(answer.index)
      ? { ...answer, status: null, body: { kind: 'none' }, error: 'connection refused' }
      : answer,
  ),
})

test('the same answers are said to be the same', () => {
  expect(verdictOf(replayOf([{ a: 1 }, { a: 1 }]))).toMatchObject({
    tone: 'good',
    words: 'All 2 instances answered the same.',
  })
})

test('what differs is named, and the one that differs from all others', () => {
  expect(words(replayOf([{ a: 1 }, { a: 2 }]))).toBe('The answers differ in the body.')
  expect(words(replayOf([{ a: 1 }, { a: 2 }, { a: 1 }]))).toBe(
    'The answers differ in the body: app-2 differs from the others, which agree.',
  )
  expect(words(replayOf([{ a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }]))).toBe('The answers differ in the body.')
  expect(
    words(differing(replayOf([{ a: 1 }, { a: 2 }]), { status: true, headers: ['x-cache', 'x-instance'] })),
  ).toBe('The answers differ in the status, the headers x-cache and x-instance and the body.')
  expect(words(differing(replayOf([{ a: 1 }, { a: 1 }]), { headers: ['a', 'b', 'c'] }))).toBe(
    'The answers differ in 3 headers.',
  )
})

test('one that did not answer is named, and so is that none did', () => {
  const answers = replayOf([{ a: 1 }, { a: 1 }, { a: 1 }])
  expect(words(differing(silent(answers, 2), { status: true }))).toBe(
    'app-2 did not answer. The answers differ in the status: app-2 differs from the others, which agree.',
  )
  expect(words(silent(answers, 1, 2, 3))).toBe('No instance answered, so there is nothing to compare.')
})

test('one instance alone is compared with nothing', () => {
  expect(verdictOf(replayOf([{ a: 1 }])).tone).toBe('info')
})
