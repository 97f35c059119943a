import { expect, test } from 'vitest'
import { type Latch, latch, RELEASED, type Rule } from '../../../../engine/stats/latch.ts'

const RULE: Rule = { high: 0.9, low: 0.75, raise: 3, clear: 3 }

/** What a share at each second, from 0 on, makes of it: "!" raised, "." not. */
function play(shares: readonly number[], rule = RULE): string {
  let state: Latch = RELEASED
  return shares
    .map((share, at) => {
      state = latch(state, share, at, rule)
      return state.raised ? '!' : '.'
    })
    .join('')
}

test('it is raised after it was high for long enough without a break', () => {
  expect(play([0.95, 0.95, 0.95, 0.95, 0.95])).toBe('...!!')
  expect(play([0.95, 0.95, 0.85, 0.95, 0.95, 0.95, 0.95])).toBe('......!')
})

test('between the bounds it stays, and it is taken back after it was low for long enough', () => {
  expect(play([1, 1, 1, 1, 0.8, 0.8, 0.8, 0.8, 0.8])).toBe('...!!!!!!')
  expect(play([1, 1, 1, 1, 0.5, 0.5, 0.8, 0.5, 0.5, 0.5, 0.5])).toBe('...!!!!!!!.')
})

test('a rule without a delay raises at once', () => {
  expect(play([0.5, 0.9, 0.5], { ...RULE, raise: 0 })).toBe('.!!')
})

test('since when it is so is when it became high, however often it is looked at', () => {
  let state: Latch = RELEASED
  const since = [0.2, 1, 1, 1, 1, 0.8].map((share, at) => {
    state = latch(state, share, at, RULE)
    return state.since
  })
  expect(since).toEqual([undefined, 1, 1, 1, 1, 1])
})
