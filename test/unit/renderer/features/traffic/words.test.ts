import { expect, test } from 'vitest'
import {
  countText,
  latencyText,
  rateText,
  shareText,
} from '../../../../../renderer/features/traffic/words.ts'

test('figures are as exact as one reads them', () => {
  expect([0, 0.01, 0.42, 9.94, 9.96, 412.4, 4_812].map(rateText)).toEqual([
    '0',
    '<0.1',
    '0.4',
    '9.9',
    '10',
    '412',
    '4,812',
  ])
  expect([0.84, 9.96, 41.6, 999.4, 999.6, 12_340].map(latencyText)).toEqual([
    '0.8 ms',
    '10 ms',
    '42 ms',
    '999 ms',
    '1.00 s',
    '12.3 s',
  ])
  expect([0, 0.0001, 0.004, 0.3333, 1].map(shareText)).toEqual(['0 %', '<0.1 %', '0.4 %', '33 %', '100 %'])
  expect(countText(1_234_567)).toBe('1,234,567')
})
