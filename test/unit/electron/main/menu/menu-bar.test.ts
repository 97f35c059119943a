import { expect, test } from 'vitest'
import type { Entry } from '../../../../../electron/main/menu/entry.ts'
import { menuBar } from '../../../../../electron/main/menu/menu-bar.ts'
import { INITIAL_STATE } from '../../../../../electron/main/state.ts'

const recent = [
  { directory: '/srv/r&d', name: 'r&d', openedAt: 2, present: true, sample: false },
  { directory: '/srv/gone', name: 'gone', openedAt: 1, present: false, sample: false },
]

/** A menu as text, one entry a line, with its shortcut. */
function print(entries: readonly Entry[], indent = ''): string[] {
  return entries.flatMap(({ label, role, type, accelerator, submenu }) => [
    `${indent}${label ?? role ?? type}${accelerator ? `  ${accelerator}` : ''}`,
    ...print(submenu ?? [], `${indent}  `),
  ])
}

function all(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => [entry, ...all(entry.submenu ?? [])])
}

test('The menu bar of Linux and Windows', () => {
  const host = { platform: 'linux', development: false } as const
  expect(print(menuBar({ ...INITIAL_STATE, recent }, host))).toEqual([
    'File',
    '  Open Folder…  CmdOrCtrl+O',
    '  Open Recent',
    '    r&&d — /srv/r&&d',
    '  separator',
    '  Settings…  CmdOrCtrl+,',
    '  separator',
    '  close  CmdOrCtrl+W',
    '  quit  Ctrl+Q',
    'editMenu',
    'View',
    '  Overview  CmdOrCtrl+1',
    '  Traffic  CmdOrCtrl+2',
    '  Resources  CmdOrCtrl+3',
    '  Logs  CmdOrCtrl+4',
    '  Environment  CmdOrCtrl+5',
    '  Settings  CmdOrCtrl+6',
    '  separator',
    '  Command Palette…  CmdOrCtrl+K',
    '  separator',
    '  resetZoom',
    '  zoomIn',
    '  zoomOut',
    '  separator',
    '  togglefullscreen',
    'Stack',
    '  Start  CmdOrCtrl+Shift+Enter',
    '  Stop  CmdOrCtrl+Shift+.',
    '  Restart  CmdOrCtrl+Shift+R',
    '  separator',
    '  Open in Browser  CmdOrCtrl+Shift+B',
    '  separator',
    '  One Instance More  CmdOrCtrl+Shift+Up',
    '  One Instance Fewer  CmdOrCtrl+Shift+Down',
    'Help',
    '  Keyboard Shortcuts',
    '  Show Shoal’s Data Folder',
    '  separator',
    '  about',
  ])
})

test('On macOS the app’s own menu has about, settings and quit', () => {
  const [app, file] = menuBar(INITIAL_STATE, { platform: 'darwin', development: false })
  expect(print([app ?? {}])).toEqual([
    'Shoal',
    '  about',
    '  separator',
    '  Settings…  CmdOrCtrl+,',
    '  separator',
    '  services',
    '  separator',
    '  hide',
    '  hideOthers',
    '  unhide',
    '  separator',
    '  quit',
  ])
  expect(print(file?.submenu ?? [])).toEqual([
    'Open Folder…  CmdOrCtrl+O',
    'Open Recent',
    'separator',
    'close  CmdOrCtrl+W',
  ])
})

test('No shortcut is given twice', () => {
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    const keys = all(menuBar({ ...INITIAL_STATE, recent }, { platform, development: true })).flatMap(
      ({ accelerator }) => accelerator ?? [],
    )
    expect(keys).toEqual([...new Set(keys)])
  }
})

test('Developer tools are there in a checkout only', () => {
  const roles = (development: boolean) =>
    all(menuBar(INITIAL_STATE, { platform: 'linux', development })).map(({ role }) => role)
  expect(roles(true)).toContain('toggleDevTools')
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(false)).not.toContain('reload')
})
