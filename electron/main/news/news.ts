import type { Command } from '../commands.ts'

/** Something that the user should hear of while looking elsewhere. */
export interface News {
  /** The same trouble has the same key, so that it can be told once. */
  readonly key: string
  readonly title: string
  readonly body: string
  /** What a click does. */
  readonly command: Command
}
