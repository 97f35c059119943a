import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts'
import type { Snapshot } from '../../contract/models.ts'
import { link } from '../bridge/engine.ts'
import { advance, isUnderWay, type PlanRun } from '../model/plan-run.ts'
import type { Slice } from './types.ts'

export interface RunSlice {
  /** The command that runs, or the last one that ended while the window was open. */
  run: PlanRun | null
  watchRun(directory: string, signal: AbortSignal): void
  /** Makes a call on the open project. Throws the engine's error. */
  command<N extends CallName>(name: N, input: Omit<CallInput<N>, 'directory'>): Promise<CallOutput<N>>
  /** Stops what runs before its next operation. */
  cancelRun(): Promise<void>
}

export const runSlice: Slice<RunSlice> = (set, get) => ({
  run: null,
  watchRun(directory, signal) {
    void link.follow(
      'stack.activity',
      { directory },
      (activity) => set(({ run }) => ({ run: advance(run, activity) })),
      // What was running may have ended while nobody listened; the new stream tells it again if it still runs.
      { signal, onEnd: () => set(({ run }) => ({ run: isUnderWay(run) ? null : run })) },
    )
  },
  async command<N extends CallName>(name: N, input: Omit<CallInput<N>, 'directory'>) {
    const directory = get().project?.directory ?? ''
    const output = await link.call(name, { ...input, directory } as CallInput<N>)
    // What a command left is known before the next report comes.
    const left = (output as { snapshot?: Snapshot }).snapshot
    // The window may show another project by now.
    if (get().project?.directory === directory && left && left.at >= (get().snapshot?.at ?? 0))
      set({ snapshot: left })
    return output
  },
  async cancelRun() {
    await get().command('stack.cancel', {})
  },
})
