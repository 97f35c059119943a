import type { TimelineEntry } from '../../contract/timeline.ts'
import { link } from '../bridge/engine.ts'
import { mergeEntries } from '../model/timeline.ts'
import type { Slice } from './types.ts'

export interface TimelineSlice {
  /** What happened in the project, newest first; null until it is known. */
  timeline: readonly TimelineEntry[] | null
  watchTimeline(directory: string, signal: AbortSignal): void
}

export const timelineSlice: Slice<TimelineSlice> = (set) => ({
  timeline: null,
  watchTimeline(directory, signal) {
    void link.follow(
      'timeline.watch',
      { directory },
      ({ entries }) => set(({ timeline }) => ({ timeline: mergeEntries(timeline ?? [], entries) })),
      { signal },
    )
  },
})
