import { expect, it } from 'vitest'
import { isBeyond, poolWords, sourceWords } from '../../../../renderer/model/pool.ts'
import { pool } from '../database.ts'

it('says what a number of instances asks of PostgreSQL', () => {
  expect(poolWords(pool(10), 10)).toBe('10 × 10 = 100 connections, PostgreSQL takes 97')
  expect(poolWords(pool(10, { others: 3 }), 4)).toBe(
    '4 × 10 + 3 others = 43 connections, PostgreSQL takes 97',
  )
  expect(poolWords(pool(10), 11)).toBe('')
})

it.each([
  [10, 9, false],
  [10, 10, true],
  [20, 8, true],
  [5, 10, false],
])('with %d connections each, %d instances are too many: %s', (size, scale, beyond) => {
  expect(isBeyond(pool(size), scale)).toBe(beyond)
})

it('warns of nothing that nobody knows', () => {
  expect(isBeyond(null, 10)).toBe(false)
})

it('says where the size of the pool stands', () => {
  expect(sourceWords(pool(10))).toBe('DATABASE_POOL_MAX gives each instance 10 connections.')
  expect(sourceWords({ ...pool(3), source: 'observed', variable: '' })).toBe('')
})
