import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../engine/settings/defaults.ts'
import { parseSettings } from '../../../../engine/settings/parse.ts'

test.each([
  ['an empty object', '{}', {}, [], {}],
  [
    'good fields',
    '{"theme":"dark","engine":"unix:///x"}',
    { theme: 'dark', engine: 'unix:///x' },
    [],
    { theme: 'dark', engine: 'unix:///x' },
  ],
  [
    'one bad field, which costs no other',
    '{"theme":"plaid","notify":false,"engine":7}',
    { notify: false },
    ['theme', 'engine'],
    { theme: 'plaid', notify: false, engine: 7 },
  ],
  ['a field of a later version', '{"sound":true}', {}, [], { sound: true }],
  ['no JSON', '{"theme":', {}, ['the whole file'], {}],
  ['a list', '[1]', {}, ['the whole file'], {}],
  ['nothing at all', '', {}, ['the whole file'], {}],
])('%s', (_what, text, changed, refused, known) => {
  expect(parseSettings(text)).toEqual({ settings: { ...DEFAULT_SETTINGS, ...changed }, refused, known })
})
