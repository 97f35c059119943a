import { type Command, command } from './command.ts'

/** The window's screens. */
export function screenCommands(): readonly Command[] {
  return [
    command(
      'overview',
      'Go to',
      'Overview',
      { kind: 'go', screen: 'overview' },
      {
        keys: ['Mod+1'],
        words: ['topology', 'instances', 'activity', 'port'],
      },
    ),
    command(
      'logs',
      'Go to',
      'Logs',
      { kind: 'go', screen: 'logs' },
      {
        keys: ['Mod+2'],
        words: ['output', 'terminal', 'search'],
      },
    ),
    command(
      'environment',
      'Go to',
      'Environment',
      { kind: 'go', screen: 'environment' },
      {
        keys: ['Mod+3'],
        words: ['.env', 'variables', 'secrets'],
      },
    ),
    command(
      'settings',
      'Go to',
      'Settings',
      { kind: 'go', screen: 'settings' },
      {
        keys: ['Mod+4', 'Mod+,'],
        words: ['preferences', 'engine', 'docker', 'theme'],
      },
    ),
  ]
}
