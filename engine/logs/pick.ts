import type { Lane } from './lane.ts'
import { isEarlier } from './moment.ts'

/** Milliseconds for which a followed line waits for an earlier one from another container. */
const WINDOW = 100

/** The lane whose line comes next, how many milliseconds to wait for that to be certain, or nothing to merge. */
export type Pick = { readonly lane: Lane } | { readonly wait: number | undefined }

/**
 * Chooses the earliest line. It is certain when every lane that may still deliver has a line to compare. Without
 * `follow` it waits for that; with it, for a window: a container that says nothing must not hold the others up. A
 * crowded lane need not wait for one that has been silent for the window, or a long history would come in jerks.
 */
export function pick(lanes: Iterable<Lane>, follow: boolean, now: number): Pick {
  let first: Lane | undefined
  let silence: number | undefined
  for (const lane of lanes) {
    if (lane.head !== undefined) {
      if (first === undefined || comesBefore(lane, first)) first = lane
    } else if (lane.state === 'reading')
      silence = Math.min(silence ?? Number.POSITIVE_INFINITY, lane.silence(now))
  }
  if (first?.head === undefined) return { wait: undefined }
  if (silence === undefined) return { lane: first }
  if (!follow) return { wait: undefined }
  const waited = first.crowded ? Math.max(silence, now - first.head.arrived) : now - first.head.arrived
  return waited >= WINDOW ? { lane: first } : { wait: WINDOW - waited }
}

function comesBefore(a: Lane, b: Lane): boolean {
  if (a.head === undefined || b.head === undefined) return b.head === undefined
  return isEarlier(a.head.entry, b.head.entry)
}
