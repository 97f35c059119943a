import { expect, test } from 'vitest'
import { negotiate } from '../../../../engine/docker/negotiate.ts'

test.each([
  ['1.41', '1.12', '1.41'],
  ['1.51', '1.24', '1.51'],
  ['1.52', '1.44', '1.51'],
  ['1.60', '1.52', '1.52'],
  ['1.43', undefined, '1.43'],
])('with an engine that speaks %s down to %s it speaks %s', (api, oldestApi, spoken) => {
  expect(negotiate({ version: '1', api, oldestApi })).toBe(spoken)
})

test('an engine older than 20.10 is refused by its version', () => {
  expect(() => negotiate({ version: '19.03.5', api: '1.40', oldestApi: '1.12' })).toThrow(
    'This Docker engine 19.03.5 speaks API 1.40; Shoal needs 1.41 (Docker 20.10) or newer.',
  )
})
