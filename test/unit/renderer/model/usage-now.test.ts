import { expect, test } from 'vitest'
import { usageNow } from '../../../../renderer/model/usage-now.ts'
import { stats, usage } from '../usage.ts'

test('rates are what came since the report before; a container that began anew counts from zero', () => {
  const before = stats([usage({ name: 'a', received: 1_000, written: 500 })], { at: 1_000 })
  const now = stats([usage({ name: 'a', received: 5_000, written: 0 }), usage({ name: 'b', received: 9 })], {
    at: 3_000,
  })
  expect(usageNow(before, now).containers.map(({ cpuLimit, rates }) => [cpuLimit, rates])).toEqual([
    [2, { received: 2_000, sent: 0, read: 0, written: 0 }],
    [2, null],
  ])
})
