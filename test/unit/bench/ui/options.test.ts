import { describe, expect, it } from 'vitest'
import { readOptions } from '../../../../bench/ui/options.ts'

describe('readOptions', () => {
  it('takes every measure seven times without an option', () => {
    expect(readOptions([])).toEqual({
      times: 7,
      seconds: 30,
      only: ['screen', 'scripts', 'killed', 'flood'],
    })
  })

  it('takes what it is told', () => {
    expect(readOptions(['--times', '3', '--seconds', '10', '--only', 'flood,killed'])).toEqual({
      times: 3,
      seconds: 10,
      only: ['flood', 'killed'],
    })
  })

  it('refuses what it does not know, with its usage', () => {
    expect(() => readOptions(['--only', 'speed'])).toThrow(/no measure "speed".*npm run bench:ui/s)
    expect(() => readOptions(['--times', '0'])).toThrow(/--times takes a whole number/)
  })
})
