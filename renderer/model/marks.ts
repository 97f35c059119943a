import type { HistoryEntry } from '../../contract/history.ts'
import { commandWords } from './operation-words.ts'
import { isUnderWay, type PlanRun } from './plan-run.ts'

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

/** What was done since a moment, the oldest first: commands of which at least one operation began. Pure. */
export function marksOf(
  history: readonly HistoryEntry[],
  run: PlanRun | null,
  since: number,
): readonly Mark[] {
  const marks = history.flatMap(({ id, command, outcome, at, took, operations }): Mark[] => {
    const began = operations.flatMap(({ at }) => (at === null ? [] : [at]))
    if (began.length === 0) return []
    const from = Math.min(...began) / 1_000
    return [
      {
        key: id,
        from,
        to: took === null ? from : Math.max(from, (at + took) / 1_000),
        label: labelOf(command, outcome),
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

function labelOf(command: string, outcome: HistoryEntry['outcome']): string {
  const words = commandWords(command)
  return outcome === 'done' ? words : `${words}, ${outcome}`
}
