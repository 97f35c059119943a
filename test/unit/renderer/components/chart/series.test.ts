import { describe, expect, it } from 'vitest'
import { readingsAt, summaryText } from '../../../../../renderer/components/chart/series.ts'

const line = (label: string, values: readonly (number | null)[]) => ({
  key: label,
  label,
  color: `var(--${label})`,
  values,
})
const series = [line('app-1', [1, 5, null]), line('app-2', [2, 9, 4]), line('app-3', [null, null, null])]

describe('readingsAt', () => {
  it('has the greatest value first, and leaves out what is not known', () => {
    expect(readingsAt(series, 1).map(({ label, value }) => `${label} ${value}`)).toEqual([
      'app-2 9',
      'app-1 5',
    ])
    expect(readingsAt(series, 2)).toEqual([{ key: 'app-2', label: 'app-2', color: 'var(--app-2)', value: 4 }])
    expect(readingsAt(series, 7)).toEqual([])
  })
})

describe('summaryText', () => {
  it('says of each line its newest and its greatest value', () => {
    expect(summaryText(series, (value) => `${value} %`)).toBe(
      'app-1 5 %, at most 5 %; app-2 4 %, at most 9 %',
    )
    expect(summaryText([], String)).toBe('nothing yet')
  })
})
