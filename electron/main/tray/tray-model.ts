import { describe } from '../describe.ts'
import { type Entry, SEPARATOR } from '../menu/entry.ts'
import { stackEntries } from '../menu/stack.ts'
import { isRunning, type ShellState } from '../state.ts'

/** What the tray's icon tells apart, by its shape. */
export type TrayIcon = 'idle' | 'healthy' | 'trouble'

export interface TrayModel {
  readonly icon: TrayIcon
  readonly tooltip: string
  readonly entries: readonly Entry[]
}

/** The tray for the present state: the state in words, what can be done about it, and the way to the window. */
export function trayModel(state: ShellState): TrayModel {
  const words = describe(state)
  const title = state.snapshot ? `${state.snapshot.project}: ${words}` : words
  return {
    icon: trayIcon(state),
    tooltip: `Shoal: ${title}`,
    entries: [
      { label: title.replaceAll('&', '&&'), enabled: false },
      SEPARATOR,
      ...stackEntries(state).map(withoutShortcut),
      SEPARATOR,
      { label: 'Show Shoal', command: { kind: 'show' } },
      { label: 'Quit Shoal', command: { kind: 'quit' } },
    ],
  }
}

function trayIcon(state: ShellState): TrayIcon {
  const { snapshot } = state
  if (!snapshot || !isRunning(state)) return 'idle'
  const well =
    snapshot.instances.length > 0 && snapshot.instances.every(({ health }) => health !== 'unhealthy')
  return well && snapshot.state === 'running' ? 'healthy' : 'trouble'
}

/** A shortcut in the tray's menu would only work while that menu is open. */
function withoutShortcut({ accelerator, ...entry }: Entry): Entry {
  return entry
}
