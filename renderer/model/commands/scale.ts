import { typedScale } from '../typed-scale.ts'
import { type Command, command } from './command.ts'
import { obstacle, type Scene } from './scene.ts'

/** One instance more, one fewer. A newer number takes the place of one that is on its way, so these need not wait. */
export function scaleCommands(scene: Scene): readonly Command[] {
  const { wanted, max } = scaleOf(scene)
  const blocked = obstacle(scene)
  return [
    command(
      'scale-up',
      'Stack',
      'Add an instance',
      { kind: 'scale', to: wanted + 1 },
      {
        keys: ['+', 'Mod+Shift+Up'],
        words: ['scale up', 'more'],
        disabled: blocked || (wanted < max ? '' : `${max} is the most`),
      },
    ),
    command(
      'scale-down',
      'Stack',
      'Remove an instance',
      { kind: 'scale', to: wanted - 1 },
      {
        keys: ['-', 'Mod+Shift+Down'],
        words: ['scale down', 'fewer', 'less'],
        disabled: blocked || (wanted > 1 ? '' : 'One is the fewest'),
      },
    ),
  ]
}

/** "Scale to 4 instances", when that is what was typed. */
export function typedScaleCommand(scene: Scene, typed: string): readonly Command[] {
  const to = typedScale(typed)
  if (to === null) return []
  const { wanted, max } = scaleOf(scene)
  return [
    command(
      'scale-to',
      'Stack',
      `Scale to ${to} ${to === 1 ? 'instance' : 'instances'}`,
      { kind: 'scale', to },
      {
        words: [typed],
        disabled: obstacle(scene) || limit(to, max) || (to === wanted ? `Already at ${to}` : ''),
      },
    ),
  ]
}

function limit(to: number, max: number): string {
  if (to < 1) return 'One is the fewest'
  return to > max ? `${max} is the most` : ''
}

function scaleOf({ snapshot, dialled }: Scene): { wanted: number; max: number } {
  const { wanted, max } = snapshot?.scale ?? { wanted: 1, max: 1 }
  return { wanted: dialled ?? wanted, max }
}
