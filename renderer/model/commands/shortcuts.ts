import { type Command, GROUPS } from './command.ts'
import { projectCommands } from './projects.ts'
import { scaleCommands } from './scale.ts'
import type { Scene } from './scene.ts'
import { screenCommands } from './screens.ts'
import { shoalCommands } from './shoal.ts'
import { stackCommands } from './stack.ts'

export interface ShortcutGroup {
  readonly group: string
  readonly shortcuts: readonly Pick<Command, 'title' | 'keys'>[]
}

/** With nothing open and nothing running, so that titles name no address and no command. */
const NOWHERE: Scene = {
  project: null,
  recent: [],
  snapshot: null,
  dialled: null,
  run: null,
  theme: 'system',
  linked: true,
  docker: true,
}

/** What the focused part of a screen does with keys by itself. */
const ELSEWHERE: readonly ShortcutGroup[] = [
  {
    group: 'On the instances slider',
    shortcuts: [
      { title: 'One more, one fewer', keys: ['→', '←'] },
      { title: 'The fewest, the most', keys: ['Home', 'End'] },
    ],
  },
  {
    group: 'On the Logs screen',
    shortcuts: [
      { title: 'Search', keys: ['/', 'Mod+F'] },
      { title: 'Next match, the one before', keys: ['F3', 'Shift+F3'] },
      { title: 'Only errors', keys: ['E'] },
      { title: 'Choose a line, its details', keys: ['Enter'] },
      { title: 'Unfold, fold', keys: ['→', '←'] },
      { title: 'Follow the end', keys: ['End'] },
    ],
  },
  {
    group: 'On the Environment screen',
    shortcuts: [
      { title: 'Apply', keys: ['Mod+S'] },
      { title: 'Find', keys: ['Mod+F'] },
      { title: 'Next problem', keys: ['F8'] },
      { title: 'Complete', keys: ['Ctrl+Space'] },
    ],
  },
]

/** Every shortcut by what it is for: those of the commands, and those that parts of a screen have by themselves. Pure. */
export function shortcutsOf(inProject: boolean): readonly ShortcutGroup[] {
  const commands = [
    ...(inProject ? [...stackCommands(NOWHERE), ...scaleCommands(NOWHERE), ...screenCommands()] : []),
    ...projectCommands(NOWHERE),
    ...shoalCommands(NOWHERE),
  ].filter(({ keys }) => keys.length > 0)
  const groups = GROUPS.map((group) => ({
    group,
    shortcuts: commands.filter((one) => one.group === group).map(({ title, keys }) => ({ title, keys })),
  }))
  return [...groups, ...(inProject ? ELSEWHERE : [])].filter(({ shortcuts }) => shortcuts.length > 0)
}
