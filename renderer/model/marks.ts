import type { TimelineEntry } from '../../contract/timeline.ts'
import { commandWords } from './operation-words.ts'
import { isUnderWay, type PlanRun } from './plan-run.ts'
import { entryTitle } from './timeline.ts'

/** Something that happened to the stack, as a chart marks it. */
export interface Mark {
  readonly key: string
  /** Seconds since the epoch. */
  readonly from: number
  /** Null while it goes on. */
  readonly to: number | null
  /** In a few words: "Scale to 5". */
  readonly label: string
  readonly bad: boolean
}

/** What happened since a moment, the oldest first; of commands those of which at least one operation began. Pure. */
export function marksOf(
  timeline: readonly TimelineEntry[],
  run: PlanRun | null,
  since: number,
): readonly Mark[] {
  const marks = timeline.flatMap((entry): Mark[] => {
    const { id, at, took, outcome } = entry
    const from = beginOf(entry)
    if (from === undefined) return []
    return [
      {
        key: id,
        from: from / 1_000,
        // What got well lasted before that, not from then on.
        to: (took === null || entry.kind === 'health' ? from : Math.max(from, at + took)) / 1_000,
        label: labelOf(entry),
        bad: outcome === 'failed' || outcome === 'interrupted',
      },
    ]
  })
  const running = isUnderWay(run) ? runningMark(run) : []
  return [...marks, ...running]
    .filter(({ to }) => to === null || to >= since)
    .sort((one, other) => one.from - other.from)
}

/** What was going on at a moment. Seconds since the epoch; a mark without a length counts for the seconds around it. Pure. */
export function marksAt(marks: readonly Mark[], time: number, around: number): readonly Mark[] {
  return marks.filter(({ from, to }) => time >= from - around && (to === null || time <= to + around))
}

function runningMark(run: PlanRun): Mark[] {
  const began = run.operations.flatMap(({ startedAt }) => (startedAt === null ? [] : [startedAt]))
  if (began.length === 0) return []
  return [
    {
      key: 'run',
      from: Math.min(...began) / 1_000,
      to: null,
      label: commandWords(run.command),
      bad: false,
    },
  ]
}

/** Milliseconds since the epoch; undefined for a command that did nothing. */
function beginOf({ kind, at, operations }: TimelineEntry): number | undefined {
  if (kind !== 'command') return at
  const began = operations.flatMap(({ at }) => (at === null ? [] : [at]))
  return began.length === 0 ? undefined : Math.min(...began)
}

function labelOf(entry: TimelineEntry): string {
  const ended = entry.kind !== 'command' || entry.outcome === 'done'
  return ended ? entryTitle(entry) : `${entryTitle(entry)}, ${entry.outcome}`
}
