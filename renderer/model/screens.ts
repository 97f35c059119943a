/** The window's screens, in their order: what each is called, its shortcuts, and what else people type when they mean it. */
export const SCREENS = [
  {
    screen: 'overview',
    label: 'Overview',
    keys: ['Mod+1'],
    words: ['topology', 'instances', 'activity', 'port'],
  },
  { screen: 'logs', label: 'Logs', keys: ['Mod+2'], words: ['output', 'terminal', 'search'] },
  { screen: 'environment', label: 'Environment', keys: ['Mod+3'], words: ['.env', 'variables', 'secrets'] },
  {
    screen: 'settings',
    label: 'Settings',
    keys: ['Mod+4', 'Mod+,'],
    words: ['preferences', 'engine', 'docker', 'theme'],
  },
] as const

export type Screen = (typeof SCREENS)[number]['screen']
