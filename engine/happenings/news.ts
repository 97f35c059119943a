import type { TimelineEntry } from '../../contract/timeline.ts'

/** Milliseconds within which a start and an entry about the same container are one. */
const SAME = 2_000

/**
 * The entries that are not known yet, or are known less well. Docker forgets events, and who sees only the rest of them may
 * take a stop for a crash: so an entry is told again only with the same cause, and by whoever knows more. Pure.
 * @param dropped up to when nothing is kept any more. Milliseconds since the epoch
 */
export function newsAmong(
  told: readonly TimelineEntry[],
  known: readonly TimelineEntry[],
  dropped: number,
): TimelineEntry[] {
  const byId = new Map(known.map((entry) => [entry.id, entry]))
  return told.filter((entry) => {
    if (entry.at <= dropped) return false
    const before = byId.get(entry.id)
    if (!before) return !isPartOf(entry, known)
    return before.cause === entry.cause && !before.what.startsWith(entry.what)
  })
}

/** Whether a start ends what is known already: the end of a restart, of which Docker has forgotten the beginning. */
function isPartOf({ id, at, container }: TimelineEntry, known: readonly TimelineEntry[]): boolean {
  return (
    id.includes(' start ') &&
    known.some(
      (entry) =>
        entry.container?.name === container?.name &&
        entry.kind === 'container' &&
        Math.abs(entry.at + (entry.took ?? 0) - at) < SAME &&
        entry.took !== null,
    )
  )
}
