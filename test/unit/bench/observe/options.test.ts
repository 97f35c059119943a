import { describe, expect, it } from 'vitest'
import { MEASURE_NAMES } from '../../../../bench/observe/measures/index.ts'
import { readOptions } from '../../../../bench/observe/options.ts'

describe('readOptions', () => {
  it('takes every measure five times without an option', () => {
    expect(readOptions([])).toEqual({ pairs: 5, seconds: 10, only: MEASURE_NAMES })
  })

  it('takes what it is told', () => {
    expect(readOptions(['--pairs', '3', '--seconds', '20', '--only', 'proxy,watching'])).toEqual({
      pairs: 3,
      seconds: 20,
      only: ['proxy', 'watching'],
    })
  })

  it('refuses what it does not know, with its usage', () => {
    expect(() => readOptions(['--only', 'speed'])).toThrow(/no measure "speed".*npm run bench:observe/s)
    expect(() => readOptions(['--pairs', '0'])).toThrow(/--pairs takes a whole number/)
  })
})
