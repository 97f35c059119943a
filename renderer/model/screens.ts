/** In their order; the keys of each are its place, and what is named here. */
const LIST = [
  {
    screen: 'overview',
    label: 'Overview',
    more: [],
    words: ['topology', 'instances', 'activity', 'port'],
  },
  {
    screen: 'traffic',
    label: 'Traffic',
    more: [],
    words: ['requests', 'latency', 'errors', 'rate', 'replay', 'p99'],
  },
  {
    screen: 'resources',
    label: 'Resources',
    more: [],
    words: ['cpu', 'memory', 'network', 'disk', 'stats', 'database', 'connections', 'pool'],
  },
  { screen: 'logs', label: 'Logs', more: [], words: ['output', 'terminal', 'search'] },
  { screen: 'environment', label: 'Environment', more: [], words: ['.env', 'variables', 'secrets'] },
  {
    screen: 'settings',
    label: 'Settings',
    more: ['Mod+,'],
    words: ['preferences', 'engine', 'docker', 'theme'],
  },
] as const

export type Screen = (typeof LIST)[number]['screen']

interface ScreenEntry {
  readonly screen: Screen
  readonly label: string
  /** The first one is its place among the screens: `Mod+2`. */
  readonly keys: readonly [string, ...string[]]
  /** What else people type when they mean it. */
  readonly words: readonly string[]
}

/** The window's screens, in their order: what each is called, its shortcuts, and what else people type when they mean it. */
export const SCREENS: readonly ScreenEntry[] = LIST.map(({ screen, label, more, words }, at) => ({
  screen,
  label,
  keys: [`Mod+${at + 1}`, ...more],
  words,
}))
