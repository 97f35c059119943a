import { expect, test } from 'vitest'
import { projectChangeSchema } from '../../../../../contract/project.ts'
import { FIELDS, fieldText, parseField } from '../../../../../renderer/features/settings/project/fields.ts'

const [scale, health] = FIELDS as [(typeof FIELDS)[number], (typeof FIELDS)[number]]

test('reads whole instances and parts of seconds', () => {
  expect([parseField(scale, '12'), parseField(health, '2.5')]).toEqual([{ value: 12 }, { value: 2_500 }])
})

test('says what would be right', () => {
  const wrong = { wrong: 'Maximum scale is a whole number of instances from 1 to 50.' }
  expect(['', '0', '51', '1.5', 'x'].map((typed) => parseField(scale, typed))).toEqual(Array(5).fill(wrong))
})

test('shows milliseconds as seconds', () => {
  expect([100, 1_000, 2_500, 30_000].map((value) => fieldText(health, value))).toEqual([
    '0.1',
    '1',
    '2.5',
    '30',
  ])
})

test('has the same limits as the contract', () => {
  for (const { name, min, max, size } of FIELDS) {
    const accepts = (value: number) => projectChangeSchema.safeParse({ [name]: value }).success
    expect([min * size - 1, min * size, max * size, max * size + 1].map(accepts)).toEqual([
      false,
      true,
      true,
      false,
    ])
  }
})
