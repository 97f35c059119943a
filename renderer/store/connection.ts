import type { StreamItem } from '../../contract/streams.ts'
import { link } from '../bridge/engine.ts'
import type { LinkState } from '../bridge/link.ts'
import type { Slice } from './types.ts'

export interface ConnectionSlice {
  /** Whether Shoal's engine answers. */
  link: LinkState
  /** Whether Docker does; null until it was looked for. */
  docker: StreamItem<'engine.watch'> | null
  /** Starts following both. Called once, when the window opens. */
  watchEngine(): void
}

export const connectionSlice: Slice<ConnectionSlice> = (set) => ({
  link: link.state,
  docker: null,
  watchEngine() {
    link.onState((state) => set({ link: state }))
    // It may have opened between the making of the store and now.
    set({ link: link.state })
    const { signal } = new AbortController()
    void link.follow('engine.watch', {}, (docker) => set({ docker }), { signal })
  },
})
