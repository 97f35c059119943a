import type { TimelineEntry } from '../../contract/timeline.ts'

/** A container, as people and the timeline name it. */
export type Subject = NonNullable<TimelineEntry['container']>

export interface FactOptions {
  readonly id: string
  readonly kind?: TimelineEntry['kind']
  readonly at: number
  readonly cause: TimelineEntry['cause']
  readonly took?: number | null
  /** Whether something broke, rather than being wanted by somebody. */
  readonly broke?: boolean
}

/** An entry about one container. `words` go on after its name: "crashed (exit code 1)". */
export function factOf(subject: Subject, words: string, options: FactOptions): TimelineEntry {
  const { id, kind = 'container', at, cause, took = null, broke = false } = options
  return {
    id,
    kind,
    what: `${subject.service}-${subject.index} ${words}`,
    container: subject,
    cause,
    at,
    took,
    outcome: broke ? 'failed' : 'done',
    operations: [],
    requests: null,
  }
}
