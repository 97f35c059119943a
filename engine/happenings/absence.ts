import type { TimelineEntry } from '../../contract/timeline.ts'

/** That Docker went away or is back; nothing when that was told already, by whomever. Pure. */
export function absenceOf(
  state: 'away' | 'back',
  entries: readonly TimelineEntry[],
  now: number,
): TimelineEntry[] {
  const last = entries.findLast(({ kind }) => kind === 'engine')
  const isAway = last?.outcome === 'failed'
  if (isAway === (state === 'away')) return []
  return [
    {
      id: `engine ${state} ${now}`,
      kind: 'engine',
      what: state === 'away' ? 'Docker went away' : 'Docker is back',
      container: null,
      cause: 'engine',
      at: now,
      took: state === 'back' && last ? now - last.at : null,
      outcome: state === 'away' ? 'failed' : 'done',
      operations: [],
      requests: null,
    },
  ]
}
