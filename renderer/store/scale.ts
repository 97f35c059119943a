import { ShoalError } from '../../contract/errors.ts'
import type { Slice } from './types.ts'

export interface ScaleSlice {
  /** Where the user put the slider; null once the files say the same, so that the snapshot is shown. */
  dialled: number | null
  /** Moves the slider without doing anything yet: it is still being dragged. */
  dial(scale: number): void
  /** Brings the stack to this number. A newer number takes the place of one that is on its way. */
  scaleTo(scale: number): Promise<void>
}

export const scaleSlice: Slice<ScaleSlice> = (set, get) => ({
  dialled: null,
  dial: (dialled) => set({ dialled }),
  async scaleTo(scale) {
    set({ dialled: scale })
    const release = () => get().dialled === scale && set({ dialled: null })
    try {
      await get().command('stack.scale', { scale })
      release()
    } catch (thrown) {
      const error = ShoalError.from(thrown)
      // The number that took its place is on its way.
      if (error.code === 'superseded') return
      release()
      throw error
    }
  },
})
