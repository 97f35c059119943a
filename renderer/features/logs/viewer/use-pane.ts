import { useSyncExternalStore } from 'react'
import type { LogController } from './controller.ts'
import type { PaneState } from './pane-state.ts'

/** One thing about what is on the screen. It changes many times a second; who uses it renders only when this did. */
export function usePane<T extends string | number | boolean | null>(
  controller: LogController,
  select: (state: PaneState) => T,
): T {
  return useSyncExternalStore(controller.subscribe, () => select(controller.state()))
}
