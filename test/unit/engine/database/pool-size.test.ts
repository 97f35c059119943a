import { expect, test } from 'vitest'
import { poolSizeOf } from '../../../../engine/database/pool-size.ts'

const URL = 'postgres://me:secret@postgres:5432/shop'

test.each([
  [{ DATABASE_POOL_MAX: '12', DATABASE_URL: `${URL}?connection_limit=3` }, 12, 'DATABASE_POOL_MAX'],
  [{ DB_POOL: ' 7 ' }, 7, 'DB_POOL'],
  [{ DATABASE_URL: `${URL}?schema=public&connection_limit=3` }, 3, 'DATABASE_URL (connection_limit)'],
  [{ POSTGRES_URL: `${URL}?pool_size=4#end` }, 4, 'POSTGRES_URL (pool_size)'],
])('%j', (environment, size, variable) => {
  expect(poolSizeOf(environment as Record<string, string>)).toEqual({ size, variable })
})

test('what is no count says nothing', () => {
  expect(poolSizeOf({ DATABASE_POOL_MAX: 'many', DB_POOL: '0', DATABASE_URL: `${URL}?max=-1` })).toBe(
    undefined,
  )
})
