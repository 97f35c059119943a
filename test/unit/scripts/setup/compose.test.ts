import { expect, test } from 'vitest'
import { isNewEnough } from '../../../../scripts/setup/compose.js'

test.each(['2.40.0', 'v2.40.3-desktop.1\n', '2.41.0+ds1', '5.0.1'])('compose %j serves', (version) => {
  expect(isNewEnough(version)).toBe(true)
})

test.each(['', '2.39.4', 'v1.29.2', 'unknown'])('compose %j does not serve', (version) => {
  expect(isNewEnough(version)).toBe(false)
})
