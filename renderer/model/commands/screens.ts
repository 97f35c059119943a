import { SCREENS } from '../screens.ts'
import { type Command, command } from './command.ts'

/** The window's screens. */
export function screenCommands(): readonly Command[] {
  return SCREENS.map(({ screen, label, keys, words }) =>
    command(screen, 'Go to', label, { kind: 'go', screen }, { keys, words }),
  )
}
