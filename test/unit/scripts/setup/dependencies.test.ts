import { expect, test } from 'vitest'
import { isInstalled } from '../../../../scripts/setup/dependencies.js'

const locked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a-darwin': { version: '1.0.0', integrity: 'sha512-d', optional: true },
}
const a = locked['node_modules/a']

test('packages are installed when all but the optional ones are there as locked', () => {
  expect(isInstalled(locked, { 'node_modules/a': a })).toBe(true)
})

test.each([
  ['one is missing', {}],
  ['one has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
  ['one has other contents', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ['one is no longer locked', { 'node_modules/a': a, 'node_modules/b': a }],
])('packages are not installed when %s', (_, installed) => {
  expect(isInstalled(locked, installed)).toBe(false)
})
