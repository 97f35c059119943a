import { ShoalError } from '../../contract/errors.ts'
import { attempt } from '../lib/notify.ts'
import type { Slice } from './types.ts'

/** Milliseconds of quiet after which the slider's number is taken: keys held down end at their last value. */
const QUIET = 200

export interface ScaleSlice {
  /** Where the user put the slider; null once the files say the same, so that the snapshot is shown. */
  dialled: number | null
  /** Whether Start was pressed and is on its way. */
  starting: boolean
  /** Moves the slider without doing anything yet: it is still being dragged. */
  dial(scale: number): void
  /** Takes the slider's number in a moment, unless it moves again. While the stack is down, Start takes it. */
  settle(scale: number): void
  /** Brings the stack to this number. A newer number takes the place of one that is on its way. */
  scaleTo(scale: number): Promise<void>
  /** Starts the stack, with as many instances as the slider says. Throws the engine's error. */
  start(): Promise<void>
}

export const scaleSlice: Slice<ScaleSlice> = (set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    dialled: null,
    starting: false,
    dial: (dialled) => set({ dialled }),
    settle(scale) {
      clearTimeout(timer)
      const { project, snapshot } = get()
      if (snapshot?.state === 'down' || snapshot?.state === 'stopped') return
      const take = () => {
        // The number was meant for the project that was open then.
        if (get().project?.directory === project?.directory) void attempt(() => get().scaleTo(scale))
      }
      timer = setTimeout(take, QUIET)
    },
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
    async start() {
      const { dialled } = get()
      set({ starting: true })
      try {
        await get().command('stack.up', dialled === null ? {} : { scale: dialled })
      } finally {
        set({ starting: false, dialled: null })
      }
    },
  }
}
