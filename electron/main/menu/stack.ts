import { isRunning, type ShellState } from '../state.ts'
import type { Entry } from './entry.ts'

/** What can be done with the stack, for the menu bar and the tray; only what makes sense now is enabled. */
export function stackEntries(state: ShellState): readonly Entry[] {
  const { snapshot } = state
  const running = isRunning(state)
  const { wanted, max } = snapshot?.scale ?? { wanted: 0, max: 0 }
  return [
    {
      label: 'Start',
      accelerator: 'CmdOrCtrl+Shift+Enter',
      enabled: snapshot !== undefined && snapshot.state !== 'running',
      command: { kind: 'start' },
    },
    { label: 'Stop', accelerator: 'CmdOrCtrl+Shift+.', enabled: running, command: { kind: 'stop' } },
    { label: 'Restart', accelerator: 'CmdOrCtrl+Shift+R', enabled: running, command: { kind: 'restart' } },
    { type: 'separator' },
    {
      label: 'Open in Browser',
      accelerator: 'CmdOrCtrl+Shift+B',
      enabled: running && snapshot?.url !== null,
      command: { kind: 'browse' },
    },
    { type: 'separator' },
    {
      label: 'One Instance More',
      accelerator: 'CmdOrCtrl+Shift+Up',
      enabled: running && wanted < max,
      command: { kind: 'scale', by: 1 },
    },
    {
      label: 'One Instance Fewer',
      accelerator: 'CmdOrCtrl+Shift+Down',
      enabled: running && wanted > 1,
      command: { kind: 'scale', by: -1 },
    },
  ]
}
