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

/** Whether a start from outside ends a restart that is known already, of which Docker has forgotten the beginning. */
function isPartOf({ id, at, cause, container }: TimelineEntry, known: readonly TimelineEntry[]): boolean {
  if (cause !== 'docker' || !id.includes(' start ')) return false
  return known.some(
    (entry) =>
      entry.kind === 'container' &&
      entry.cause === 'docker' &&
      entry.container?.name === container?.name &&
      entry.took !== null &&
      Math.abs(entry.at + entry.took - at) < SAME,
  )
}
