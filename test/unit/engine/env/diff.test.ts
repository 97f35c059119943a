import { expect, test } from 'vitest'
import { diffEnv, isUnchanged } from '../../../../engine/env/diff.ts'

test('a difference names what was added, changed and removed, and no values', () => {
  expect(diffEnv({ A: '1', B: '2', C: '3' }, { B: '2', C: '4', E: '5', D: '6' })).toEqual({
    added: ['D', 'E'],
    changed: ['C'],
    removed: ['A'],
  })
})

test('the same variables in another order are no difference', () => {
  expect(isUnchanged(diffEnv({ A: '1', B: '2' }, { B: '2', A: '1' }))).toBe(true)
  expect(isUnchanged(diffEnv({}, { A: '' }))).toBe(false)
})
