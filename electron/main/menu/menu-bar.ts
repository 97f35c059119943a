import { openProject } from '../commands.ts'
import type { ShellState } from '../state.ts'
import { type Entry, SEPARATOR } from './entry.ts'
import { stackEntries } from './stack.ts'

export interface MenuHost {
  readonly platform: NodeJS.Platform
  /** Whether the app runs from a checkout: only then there are developer tools. */
  readonly development: boolean
}

const SETTINGS: Entry = {
  label: 'Settings…',
  accelerator: 'CmdOrCtrl+,',
  command: { kind: 'lead', to: '/settings' },
}

/** The menu bar for the present state, with the conventions of the platform. */
export function menuBar(state: ShellState, host: MenuHost): readonly Entry[] {
  const mac = host.platform === 'darwin'
  return [
    ...(mac ? [appMenu()] : []),
    { label: 'File', submenu: fileEntries(state, mac) },
    { role: 'editMenu' },
    { label: 'View', submenu: viewEntries(host.development) },
    { label: 'Stack', submenu: stackEntries(state) },
    ...(mac ? [{ role: 'windowMenu' } satisfies Entry] : []),
    { label: 'Help', role: 'help', submenu: helpEntries(mac) },
  ]
}

function appMenu(): Entry {
  return {
    label: 'Shoal',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      SETTINGS,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}

function fileEntries({ recent }: ShellState, mac: boolean): readonly Entry[] {
  const present = recent.filter((project) => project.present)
  return [
    { label: 'Open Folder…', accelerator: 'CmdOrCtrl+O', command: openProject() },
    {
      label: 'Open Recent',
      enabled: present.length > 0,
      submenu: present.map(({ name, directory }) => ({
        label: `${literal(name)} — ${literal(directory)}`,
        command: openProject(directory),
      })),
    },
    SEPARATOR,
    ...(mac ? [] : [SETTINGS, SEPARATOR]),
    { role: 'close', accelerator: 'CmdOrCtrl+W' },
    ...(mac ? [] : [{ role: 'quit', accelerator: 'Ctrl+Q' } satisfies Entry]),
  ]
}

function viewEntries(development: boolean): readonly Entry[] {
  const screens = ['Overview', 'Traffic', 'Resources', 'Logs', 'Environment', 'Settings'].map(
    (label, index): Entry => ({
      label,
      accelerator: `CmdOrCtrl+${index + 1}`,
      command: { kind: 'lead', to: `/${label.toLowerCase()}` },
    }),
  )
  return [
    ...screens,
    SEPARATOR,
    { label: 'Command Palette…', accelerator: 'CmdOrCtrl+K', command: { kind: 'lead', to: '/palette' } },
    SEPARATOR,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...(development ? ([SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }] satisfies Entry[]) : []),
  ]
}

function helpEntries(mac: boolean): readonly Entry[] {
  return [
    { label: 'Keyboard Shortcuts', command: { kind: 'lead', to: '/shortcuts' } },
    { label: 'Show Shoal’s Data Folder', command: { kind: 'show-data' } },
    ...(mac ? [] : ([SEPARATOR, { role: 'about' }] satisfies Entry[])),
  ]
}

/** On Windows and Linux a single ampersand in a label marks its mnemonic. */
function literal(text: string): string {
  return text.replaceAll('&', '&&')
}
