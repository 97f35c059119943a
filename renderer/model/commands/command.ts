import type { AppSettings } from '../../../contract/app.ts'
import type { Screen } from '../screens.ts'

/** What a command does, as data. */
export type Act =
  | {
      readonly kind: 'go'
      readonly screen: Screen
      readonly query?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'start' }
  /** Without names the whole stack is meant. */
  | { readonly kind: 'stop' | 'restart'; readonly names: readonly string[] }
  | { readonly kind: 'scale'; readonly to: number }
  | { readonly kind: 'browse'; readonly url: string }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'open'; readonly directory: string }
  | { readonly kind: 'choose' | 'sample' | 'close' }
  | { readonly kind: 'theme'; readonly theme: AppSettings['theme'] }
  | { readonly kind: 'show'; readonly what: 'palette' | 'shortcuts' }

export const GROUPS = ['Stack', 'Instances', 'Go to', 'Projects', 'Shoal'] as const

/** Something that a user can do from the palette or with a shortcut. */
export interface Command {
  readonly id: string
  /** A sentence of the field: "Scale to 4 instances". */
  readonly title: string
  readonly group: (typeof GROUPS)[number]
  /** Its shortcuts, the one that is shown first. */
  readonly keys: readonly string[]
  /** What else people type when they mean it. */
  readonly words: readonly string[]
  /** Why it makes no sense at present; empty when it does. */
  readonly disabled: string
  readonly act: Act
}

/** A command, with what most of them have left out. */
export function command(
  id: string,
  group: Command['group'],
  title: string,
  act: Act,
  more: Partial<Pick<Command, 'keys' | 'words' | 'disabled'>> = {},
): Command {
  return { id, group, title, act, keys: [], words: [], disabled: '', ...more }
}
