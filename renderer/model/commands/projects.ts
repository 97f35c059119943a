import { type Command, command } from './command.ts'
import type { Scene } from './scene.ts'

/** Other projects, those opened lately first. */
export function projectCommands({ project, recent, linked }: Scene): readonly Command[] {
  const disabled = linked ? '' : 'Shoal’s engine does not answer'
  const others = recent.filter(({ directory, present }) => present && directory !== project?.directory)
  return [
    ...others.map(({ name, directory }) =>
      command(
        `open ${directory}`,
        'Projects',
        `Open ${name}`,
        { kind: 'open', directory },
        {
          words: [directory, 'project', 'switch'],
          disabled,
        },
      ),
    ),
    command(
      'choose',
      'Projects',
      'Open a folder',
      { kind: 'choose' },
      {
        keys: ['Mod+O'],
        words: ['project', 'another', 'directory'],
        disabled,
      },
    ),
    ...(project?.sample || recent.some(({ sample, present }) => sample && present)
      ? []
      : [
          command(
            'sample',
            'Projects',
            'Try the sample',
            { kind: 'sample' },
            { words: ['project', 'demo'], disabled },
          ),
        ]),
    ...(project
      ? [
          command(
            'close',
            'Projects',
            `Close ${project.name}`,
            { kind: 'close' },
            { words: ['welcome', 'all projects'] },
          ),
        ]
      : []),
  ]
}
