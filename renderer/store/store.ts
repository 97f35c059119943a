import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { connectionSlice } from './connection.ts'
import { databaseSlice } from './database.ts'
import { driftSlice } from './drift.ts'
import { overlaySlice } from './overlay.ts'
import { projectSlice } from './project.ts'
import { routeSlice } from './route.ts'
import { runSlice } from './run.ts'
import { scaleSlice } from './scale.ts'
import { settingsSlice } from './settings.ts'
import { stackSlice } from './stack.ts'
import { timelineSlice } from './timeline.ts'
import { trafficSlice } from './traffic.ts'
import type { Shoal } from './types.ts'
import { usageSlice } from './usage.ts'

/** The window's one store. Read it with a selector; a component renders again only when what it selected changed. */
export const useShoal = create<Shoal>()((...creation) => ({
  ...connectionSlice(...creation),
  ...settingsSlice(...creation),
  ...projectSlice(...creation),
  ...stackSlice(...creation),
  ...runSlice(...creation),
  ...timelineSlice(...creation),
  ...scaleSlice(...creation),
  ...usageSlice(...creation),
  ...trafficSlice(...creation),
  ...databaseSlice(...creation),
  ...driftSlice(...creation),
  ...routeSlice(...creation),
  ...overlaySlice(...creation),
}))

/** Selects several things at once; renders again when one of them is another. */
export function usePick<T>(select: (state: Shoal) => T): T {
  return useShoal(useShallow(select))
}
