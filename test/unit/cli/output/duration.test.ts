import { expect, test } from 'vitest'
import { formatSeconds, formatSpan } from '../../../../cli/output/duration.ts'

test('a span is told in its two largest units', () => {
  const spans = [-5, 0, 999, 45_000, 60_000, 200_000, 3_600_000, 3_660_000, 86_400_000, 187_500_000]
  expect(spans.map(formatSpan)).toEqual([
    '0s',
    '0s',
    '0s',
    '45s',
    '1m',
    '3m 20s',
    '1h',
    '1h 1m',
    '1d',
    '2d 4h',
  ])
})

test('seconds have one decimal', () => {
  expect([-1, 0, 49, 12_345].map(formatSeconds)).toEqual(['0.0s', '0.0s', '0.0s', '12.3s'])
})
