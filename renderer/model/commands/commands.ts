import type { Command } from './command.ts'
import { instanceCommands } from './instances.ts'
import { projectCommands } from './projects.ts'
import { scaleCommands, typedScaleCommand } from './scale.ts'
import type { Scene } from './scene.ts'
import { screenCommands } from './screens.ts'
import { shoalCommands } from './shoal.ts'
import { stackCommands } from './stack.ts'

/**
 * Everything that can be done now, for the palette, the shortcuts and their list. What makes no sense at present says
 * why. Pure.
 * @param typed what stands in the palette: a number offers that many instances
 */
export function commandsFor(scene: Scene, typed = ''): readonly Command[] {
  return [
    ...(scene.project
      ? [
          ...typedScaleCommand(scene, typed),
          ...stackCommands(scene),
          ...scaleCommands(scene),
          ...instanceCommands(scene),
          ...screenCommands(),
        ]
      : []),
    ...projectCommands(scene),
    ...shoalCommands(scene),
  ]
}
