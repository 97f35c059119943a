import { expect, test } from 'vitest'
import { readAdapted, readRefusal } from '../../../../engine/caddy/examine.ts'

test.each([
  ['Caddyfile:94: unrecognized directive: encodee', 94, 'unrecognized directive: encodee'],
  ['Error: -:94: unrecognized directive: encodee', 94, 'unrecognized directive: encodee'],
  [
    "adapting config using caddyfile adapter: parsing caddyfile tokens for 'reverse_proxy': invalid maximum fail count 'x', at Caddyfile:48 import chain ['Caddyfile:149 (import instances)']",
    48,
    "reverse_proxy: invalid maximum fail count 'x'",
  ],
  [
    "syntax error: unexpected token '{', expecting '}', at -:1 import chain: ['']",
    1,
    "syntax error: unexpected token '{', expecting '}'",
  ],
  [
    'loading http app module: listen tcp 10.0.0.1:2099: bind',
    null,
    'loading http app module: listen tcp 10.0.0.1:2099: bind',
  ],
])('a refusal is a line and a reason: %s', (text, line, message) => {
  expect(readRefusal(text)).toEqual({ line, message })
})

test('an answer is a configuration with warnings; how the file is laid out is none', () => {
  const warnings = [
    { file: 'Caddyfile', line: 2, message: "Caddyfile input is not formatted; run 'caddy fmt --overwrite'" },
    { file: 'Caddyfile', line: 7, directive: 'header_up', message: 'Unnecessary' },
  ]
  expect(readAdapted({ result: { apps: {} }, warnings })).toEqual({
    config: { apps: {} },
    warnings: [{ line: 7, message: 'header_up: Unnecessary' }],
  })
  expect(readAdapted({ error: 'nothing' })).toBeUndefined()
})
