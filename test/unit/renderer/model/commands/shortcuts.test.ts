import { expect, test } from 'vitest'
import { shortcutsOf } from '../../../../../renderer/model/commands/shortcuts.ts'

const lines = (inProject: boolean) =>
  shortcutsOf(inProject).map(
    ({ group, shortcuts }) =>
      `${group}: ${shortcuts.map(({ title, keys }) => `${title} ${keys.join(' ')}`).join(', ')}`,
  )

test('every shortcut is listed by what it is for', () => {
  expect(lines(true)).toEqual([
    'Stack: Start the stack Mod+Shift+Enter, Stop the stack Mod+Shift+., Open in the browser Mod+Shift+B, Add an instance + Mod+Shift+Up, Remove an instance - Mod+Shift+Down',
    'Go to: Overview Mod+1, Traffic Mod+2, Resources Mod+3, Logs Mod+4, Environment Mod+5, Settings Mod+6 Mod+,',
    'Projects: Open a folder Mod+O',
    'Shoal: Find a command Mod+K, Show the keyboard shortcuts ?',
    'On the instances slider: One more, one fewer → ←, The fewest, the most Home End',
    'On the Logs screen: Search / Mod+F, Next match, the one before F3 Shift+F3, Only errors E, Choose a line, its details Enter, Unfold, fold → ←, Follow the end End',
    'On the Environment screen: Apply Mod+S, Find Mod+F, Next problem F8, Complete Ctrl+Space',
  ])
})

test('without a project only what is there then', () => {
  expect(lines(false)).toEqual([
    'Projects: Open a folder Mod+O',
    'Shoal: Find a command Mod+K, Show the keyboard shortcuts ?',
  ])
})
