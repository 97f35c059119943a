import { expect, test } from 'vitest'
import { Sampler } from '../../../../engine/traffic/sampler.ts'

const LINE = 'x'.repeat(1024)

/** Weighs so many lines of 1 kB as one answer; returns the sum and the number of those that were counted. */
function answer(sampler: Sampler, lines: number): { stands: number; counted: number } {
  const weights = Array.from({ length: lines }, () => sampler.weigh(LINE))
  sampler.answered()
  return { stands: weights.reduce((a, b) => a + b, 0), counted: weights.filter(Boolean).length }
}

test('every line is counted until two large answers in a row; then some stand for the others', () => {
  const sampler = new Sampler()
  const all = (lines: number) => ({ stands: lines, counted: lines })
  expect([
    answer(sampler, 8_000),
    answer(sampler, 100),
    answer(sampler, 8_000),
    answer(sampler, 8_000),
  ]).toEqual([all(8_000), all(100), all(8_000), all(8_000)])
  expect(answer(sampler, 8_000)).toEqual({ stands: 8_000, counted: 4_000 })
  expect(answer(sampler, 100)).toEqual({ stands: 100, counted: 25 })
  expect(answer(sampler, 100)).toEqual({ stands: 100, counted: 50 })
  expect(answer(sampler, 100)).toEqual(all(100))
})

test('what was written before somebody watched is counted in full', () => {
  const sampler = new Sampler()
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 8_000; n += 1) expect(sampler.weigh(LINE)).toBe(1)
    sampler.begin()
  }
})
