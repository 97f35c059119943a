import { expect, test } from 'vitest'
import { bodyLines } from '../../../../../renderer/features/traffic/replay/body-lines.ts'

const text = (text: string, type = 'text/plain', truncated = false) =>
  bodyLines({
    headers: { 'content-type': type },
    body: { kind: 'text', text, truncated, formatted: false },
  })

test('a text is its lines, without the end of the last one', () => {
  expect(text('a\r\nb\n')).toEqual(['a', 'b'])
  expect(text('')).toEqual([])
})

test('markup in one line gets a line for each element', () => {
  expect(text('<ul><li>a</li><li>b</li></ul>', 'text/html; charset=utf-8')).toEqual([
    '<ul>',
    '<li>a</li>',
    '<li>b</li>',
    '</ul>',
  ])
})

test('what was cut off says so, and what is no text is told by its hash', () => {
  expect(text('a', 'text/plain', true)).toEqual(['a', '… and more, which was not read'])
  expect(bodyLines({ headers: {}, body: { kind: 'binary', sha256: 'abc' } })).toEqual([
    'no text; SHA-256 abc',
  ])
  expect(bodyLines({ headers: {}, body: { kind: 'none' } })).toEqual([])
})
