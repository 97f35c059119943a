import { type Command, command } from './command.ts'
import { isBusy, obstacle, type Scene } from './scene.ts'

/** The stack as a whole. */
export function stackCommands(scene: Scene): readonly Command[] {
  const { snapshot, run } = scene
  const state = snapshot?.state ?? 'down'
  const up = state === 'running' || state === 'partial'
  const url = up ? (snapshot?.url ?? null) : null
  const blocked = obstacle(scene) || (isBusy(scene) ? 'Something else runs' : '')
  const asleep = up ? '' : 'The stack does not run'
  const silent = obstacle(scene) || (url === null ? 'The stack answers nowhere' : '')
  const change = [
    command(
      'start',
      'Stack',
      'Start the stack',
      { kind: 'start' },
      {
        keys: ['Mod+Shift+Enter'],
        words: ['up', 'run'],
        disabled: blocked || (state === 'running' ? 'The stack runs' : ''),
      },
    ),
    command(
      'stop',
      'Stack',
      'Stop the stack',
      { kind: 'stop', names: [] },
      {
        keys: ['Mod+Shift+.'],
        words: ['halt', 'down'],
        disabled: blocked || asleep,
      },
    ),
    command(
      'restart',
      'Stack',
      'Restart the stack',
      { kind: 'restart', names: [] },
      {
        words: ['rolling', 'reload'],
        disabled: blocked || asleep,
      },
    ),
  ]
  const address = [
    command(
      'browse',
      'Stack',
      url === null ? 'Open in the browser' : `Open ${url}`,
      { kind: 'browse', url: url ?? '' },
      {
        keys: ['Mod+Shift+B'],
        words: ['localhost', 'browser', 'visit'],
        disabled: silent,
      },
    ),
    command(
      'copy',
      'Stack',
      'Copy the address',
      { kind: 'copy', text: url ?? '', what: 'The address' },
      {
        words: ['url', 'localhost', 'link'],
        disabled: silent,
      },
    ),
  ]
  // The first one that can be done is a key press away: it must not be one that stops what runs.
  return [
    ...(up ? [...address, ...change] : [...change, ...address]),
    ...(isBusy(scene)
      ? [
          command(
            'cancel',
            'Stack',
            run?.command ? `Cancel “${run.command}”` : 'Cancel what runs',
            { kind: 'cancel' },
            {
              words: ['abort', 'stop'],
              disabled: scene.linked ? '' : 'Shoal’s engine does not answer',
            },
          ),
        ]
      : []),
  ]
}
