import type { Problems } from '../problems.ts'
import type { Lookup } from '../template/substitute.ts'

/** Reads an env file: from disk, or as it is about to be. */
export type ReadEnvText = (path: string, shownAs: string) => Promise<string | undefined>

/** What every reader of a part of the compose file shares. */
export interface Reading {
  readonly problems: Problems
  /** Absolute path of the project folder: relative paths start there. */
  readonly directory: string
  /** What `~` stands for. */
  readonly home: string
  /** The variables of the project: the process environment over `.env`. */
  readonly lookup: Lookup
  /** The text of an env file; undefined when there is none. */
  readonly readEnvText: ReadEnvText
  readonly warn: (text: string) => void
  readonly onUnset: (name: string) => void
}
