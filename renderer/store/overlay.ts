import type { Slice } from './types.ts'

/** What can be shown over any screen. */
export type Overlay = 'palette' | 'shortcuts' | 'folders'

export interface OverlaySlice {
  overlay: Overlay | null
  show(overlay: Overlay | null): void
}

export const overlaySlice: Slice<OverlaySlice> = (set) => ({
  overlay: null,
  show: (overlay) => set({ overlay }),
})
