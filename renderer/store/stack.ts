import type { ErrorData } from '../../contract/errors.ts'
import type { Snapshot } from '../../contract/models.ts'
import { link } from '../bridge/engine.ts'
import { NO_HISTORY } from '../model/usage-history.ts'
import type { Slice } from './types.ts'

export interface StackSlice {
  /** What Docker and Caddy report of the project; null until the first report. */
  snapshot: Snapshot | null
  /** Why there is no fresh snapshot; the last one stays and is out of date. */
  stackError: ErrorData | null
  watchStack(directory: string): void
  unwatchStack(): void
}

export const stackSlice: Slice<StackSlice> = (set, get) => {
  let watching = new AbortController()
  return {
    snapshot: null,
    stackError: null,
    watchStack(directory) {
      get().unwatchStack()
      watching = new AbortController()
      const { signal } = watching
      void link.follow('stack.watch', { directory }, (snapshot) => set({ snapshot, stackError: null }), {
        signal,
        onEnd: (error) => error && set({ stackError: error.toData() }),
      })
      get().watchRun(directory, signal)
      get().watchTimeline(directory, signal)
      get().watchDrift(directory, signal)
    },
    unwatchStack() {
      watching.abort()
      set({
        snapshot: null,
        stackError: null,
        run: null,
        timeline: null,
        usage: null,
        usageHistory: NO_HISTORY,
        traffic: null,
        trafficSeconds: [],
        database: null,
        drift: null,
        dialled: null,
      })
    },
  }
}
