import { type Command, command } from './command.ts'
import type { Scene } from './scene.ts'

const THEMES = [
  { theme: 'light', title: 'Use the light theme' },
  { theme: 'dark', title: 'Use the dark theme' },
  { theme: 'system', title: 'Use the system’s theme' },
] as const

/** Shoal itself. */
export function shoalCommands(scene: Scene): readonly Command[] {
  return [
    ...THEMES.filter(({ theme }) => theme !== scene.theme).map(({ theme, title }) =>
      command(
        `theme-${theme}`,
        'Shoal',
        title,
        { kind: 'theme', theme },
        {
          words: ['appearance', 'colours', 'mode'],
          disabled: scene.linked ? '' : 'Shoal’s engine does not answer',
        },
      ),
    ),
    command('palette', 'Shoal', 'Find a command', { kind: 'show', what: 'palette' }, { keys: ['Mod+K'] }),
    command(
      'shortcuts',
      'Shoal',
      'Show the keyboard shortcuts',
      { kind: 'show', what: 'shortcuts' },
      {
        keys: ['?'],
        words: ['keys', 'help'],
      },
    ),
  ]
}
