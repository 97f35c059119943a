import { describe, expect, test } from 'vitest'
import { readPatience, withPatience } from '../../../../engine/project/edit-patience.ts'

const TEXT = [
  'services:',
  '  app: {image: a}',
  '',
  '# How patient.',
  'x-shoal: # ours',
  "  drain: '30s'  # long",
  '  ready: 1m30s',
  '',
].join('\n')

const read = (text: string, key: 'drain' | 'ready') => readPatience(text, key, 'compose.yaml')
const set = (text: string, key: 'drain' | 'ready', duration: string) =>
  withPatience(text, key, duration, 'compose.yaml')

describe('reading', () => {
  test('gives milliseconds and the line', () => {
    expect([read(TEXT, 'drain'), read(TEXT, 'ready')]).toEqual([
      { value: 30_000, line: 6 },
      { value: 90_000, line: 7 },
    ])
  })

  test('tells nothing apart from something that is no duration', () => {
    expect(read('services: {}\n', 'drain')).toBeUndefined()
    expect(read(`x-shoal:\n  drain: \${DRAIN}\n`, 'drain')).toEqual({
      value: undefined,
      line: 2,
    })
  })
})

describe('setting', () => {
  test('changes only the bytes of the duration', () => {
    expect(set(TEXT, 'drain', '5s')).toBe(TEXT.replace("'30s'", "'5s'"))
    expect(set(TEXT, 'ready', '1500ms')).toBe(TEXT.replace('1m30s', '1500ms'))
  })

  test('keeps CRLF, a byte order mark and a missing line end', () => {
    const windows = `\uFEFF${TEXT.replaceAll('\n', '\r\n').trimEnd()}`
    expect(set(windows, 'ready', '9s')).toBe(windows.replace('1m30s', '9s'))
  })

  test('adds a key to what is there', () => {
    expect(set('services: {}\nx-shoal:\n  ready: 1s\n', 'drain', '5s')).toBe(
      'services: {}\nx-shoal:\n  drain: 5s\n  ready: 1s\n',
    )
    expect(set('services: {}\nx-shoal: {ready: 1s}\n', 'drain', '5s')).toBe(
      'services: {}\nx-shoal: {drain: 5s, ready: 1s}\n',
    )
  })

  test('adds a key above one that comes from elsewhere', () => {
    const text = 'a: &d {drain: 5s}\nx-shoal:\n  <<: *d\n'
    expect(set(text, 'drain', '7s')).toBe(text.replace('  <<', '  drain: 7s\n  <<'))
  })

  test('adds the whole at the end of the file', () => {
    expect(set('services: {}\n', 'drain', '5s')).toBe('services: {}\n\nx-shoal:\n  drain: 5s\n')
    expect(set('services: {}\r\na: 1', 'drain', '5s')).toBe(
      'services: {}\r\na: 1\r\n\r\nx-shoal:\r\n  drain: 5s\r\n',
    )
  })

  test.each([
    ['an alias', 'a: &d 5s\nx-shoal:\n  drain: *d\n'],
    ['an anchor that others use', 'x-shoal:\n  drain: &d 5s\n  ready: *d\n'],
    ['nothing below the name', 'x-shoal:\nservices: {}\n'],
    ['braces around the file', '{services: {}}\n'],
  ])('refuses what it can not edit safely: %s', (_what, text) => {
    expect(() => set(text, 'drain', '7s')).toThrow(
      expect.objectContaining({
        code: 'project-invalid',
        message: 'x-shoal.drain can not be set in compose.yaml; nothing was changed.',
      }),
    )
  })
})
