import type { Mark, RowOf } from '../paint/composer.ts'
import type { Ground } from '../paint/palette.ts'

/** What the controls around the lines show. */
export interface PaneState {
  /** Records that the window holds. */
  readonly held: number
  readonly following: boolean
  /** Records that came since it stopped following. */
  readonly unread: number
  /** Records above the screen, and how many are on it. */
  readonly top: number
  readonly visible: number
  /** The row of the screen where the chosen record begins; null when it is not to be seen. */
  readonly chosenRow: number | null
}

/** A row as it is to be painted, and the number of its record; the note above the first one bears the number before. */
export interface PaintedRow extends RowOf {
  readonly number: number
  readonly part: number
  readonly ground?: Ground | undefined
}

/** How what was found is marked: the ranges in a text, and the place that the search has gone to. */
export interface Marks {
  readonly rangesOf: Mark['rangesOf']
  readonly here: number | null
}

/** What stands above the first record. */
export type Beginning = 'whole' | 'more' | 'loading'
