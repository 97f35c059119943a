import { expect, test } from 'vitest'
import { whenChanged } from '../../../../electron/main/when-changed.ts'

test('A value is shown when it differs from the one before', () => {
  const shown: unknown[] = []
  const show = whenChanged((value: unknown) => shown.push(value))
  for (const value of [{ a: 1 }, { a: 1 }, { a: 2 }, { a: 1 }]) show(value)
  expect(shown).toEqual([{ a: 1 }, { a: 2 }, { a: 1 }])
})
