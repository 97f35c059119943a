import type { Stats } from '../../contract/stats.ts'
import { link } from '../bridge/engine.ts'
import { whileUsed } from '../lib/while-used.ts'
import { NO_HISTORY, record, type UsageHistory } from '../model/usage-history.ts'
import type { Slice } from './types.ts'

export interface UsageSlice {
  /** What every running container uses now; null until something shows it and the first report came. */
  usage: Stats | null
  /** What they used in the last minutes, as far as something showed it. */
  usageHistory: UsageHistory
  /** Keeps a project's usage current until the returned function is called. */
  shareUsage(directory: string): () => void
}

export const usageSlice: Slice<UsageSlice> = (set) => ({
  usage: null,
  usageHistory: NO_HISTORY,
  shareUsage: whileUsed((directory, signal) => {
    const onItem = (usage: Stats) =>
      set(({ usageHistory }) => ({ usage, usageHistory: record(usageHistory, usage) }))
    const onEnd = () => set({ usage: null })
    void link.follow('stats.watch', { directory }, onItem, { signal, onEnd })
    signal.addEventListener('abort', onEnd)
  }),
})
