import type { Drift } from '../../contract/drift.ts'
import { link } from '../bridge/engine.ts'
import type { Slice } from './types.ts'

export interface DriftSlice {
  /** Whether what runs is what the project's files say; null until somebody has looked. */
  drift: Drift | null
  watchDrift(directory: string, signal: AbortSignal): void
}

export const driftSlice: Slice<DriftSlice> = (set) => ({
  drift: null,
  watchDrift(directory, signal) {
    void link.follow('stack.drift', { directory }, (drift) => set({ drift }), {
      signal,
      onEnd: () => set({ drift: null }),
    })
  },
})
