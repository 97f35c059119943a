import type { About, AppSettings } from '../../contract/app.ts'
import { link } from '../bridge/engine.ts'
import type { Slice } from './types.ts'

export interface SettingsSlice {
  settings: AppSettings | null
  about: About | null
  watchSettings(): void
  /** Throws the engine's error; what is shown changes when the engine says so. */
  changeSettings(change: Partial<AppSettings>): Promise<void>
}

export const settingsSlice: Slice<SettingsSlice> = (set, get) => ({
  settings: null,
  about: null,
  watchSettings() {
    const { signal } = new AbortController()
    const onItem = (settings: AppSettings) => {
      set({ settings })
      // It is the same for as long as the page is.
      if (get().about) return
      void link.call('app.about', {}).then(
        (about) => set({ about }),
        () => {},
      )
    }
    void link.follow('settings.watch', {}, onItem, { signal })
  },
  async changeSettings(change) {
    set({ settings: await link.call('settings.set', change) })
  },
})
