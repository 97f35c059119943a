import { describe, expect, test } from 'vitest'
import { isKeys, keyNames, keysText } from '../../../../renderer/lib/keys.ts'

type Press = Parameters<typeof isKeys>[0]

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('a shortcut as text', () => {
  test('is written with signs on a Mac and with words elsewhere', () => {
    const written = ['Mod+K', 'Mod+Shift+Enter', '+', 'Mod++', 'Mod+Shift+Up'].map((keys) => [
      keysText(keys, true),
      keysText(keys, false),
    ])
    expect(written).toEqual([
      ['⌘K', 'Ctrl+K'],
      ['⌘⇧↩', 'Ctrl+Shift+Enter'],
      ['+', '+'],
      ['⌘+', 'Ctrl++'],
      ['⌘⇧↑', 'Ctrl+Shift+↑'],
    ])
  })

  test('comes apart into its keys', () => {
    expect(keyNames('Mod+Shift+.', false)).toEqual(['Ctrl', 'Shift', '.'])
  })
})

describe('a key event', () => {
  test('is a shortcut with Cmd on a Mac and with Ctrl elsewhere', () => {
    const cmd = press('k', { metaKey: true })
    const ctrl = press('k', { ctrlKey: true })
    expect([
      isKeys(cmd, 'Mod+K', true),
      isKeys(ctrl, 'Mod+K', true),
      isKeys(cmd, 'Mod+K', false),
      isKeys(ctrl, 'Mod+K', false),
    ]).toEqual([true, false, false, true])
  })

  test('is none with a modifier too many', () => {
    const one = { ctrlKey: true }
    const events = [
      press('k', { ...one, altKey: true }),
      press('K', { ...one, shiftKey: true }),
      press('k', { ...one, metaKey: true }),
      press('k'),
    ]
    expect(events.map((event) => isKeys(event, 'Mod+K', false))).toEqual([false, false, false, false])
  })

  test('is a character whether or not it needs Shift on this keyboard', () => {
    expect([
      isKeys(press('?', { shiftKey: true }), '?', false),
      isKeys(press('+', { shiftKey: true }), '+', false),
      isKeys(press('+'), '+', false),
      isKeys(press('+', { ctrlKey: true }), '+', false),
    ]).toEqual([true, true, true, false])
  })

  test('is a key by its place where Shift turns it into another character', () => {
    const event = press('>', { code: 'Period', ctrlKey: true, shiftKey: true })
    expect([
      isKeys(event, 'Mod+Shift+.', false),
      isKeys({ ...event, shiftKey: false }, 'Mod+Shift+.', false),
    ]).toEqual([true, false])
  })

  test('is an arrow by its short name', () => {
    const event = press('ArrowUp', { ctrlKey: true, shiftKey: true })
    expect(isKeys(event, 'Mod+Shift+Up', false)).toBe(true)
  })
})
