import type { LogRecord } from '../../../../contract/logs.ts'

/** A line that no container wrote: what Shoal says in between. It has the place of the record behind it. */
export interface LogNote {
  readonly kind: 'note'
  readonly place: number
  readonly time: number
  readonly text: string
}

/** What the window shows in the order of its place. */
export type Shown = LogRecord | LogNote
