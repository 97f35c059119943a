import { lazy } from 'react'
import { Overview } from '../features/overview/overview.tsx'

/** The terminal and the editor are most of what a window loads; they come when nothing else does. */
const LATER = {
  traffic: () => import('../features/traffic/traffic.tsx'),
  resources: () => import('../features/resources/resources.tsx'),
  logs: () => import('../features/logs/logs.tsx'),
  environment: () => import('../features/environment/environment.tsx'),
  settings: () => import('../features/settings/settings.tsx'),
} as const

/** What each screen shows. */
export const SCREENS = {
  overview: Overview,
  traffic: lazy(LATER.traffic),
  resources: lazy(LATER.resources),
  logs: lazy(LATER.logs),
  environment: lazy(LATER.environment),
  settings: lazy(LATER.settings),
} as const

/** Loads the screens that were not looked at yet, so that they are there even when whoever served them is not. */
export function loadScreens(): void {
  // One that fails is loaded again when it is looked at, and says so then.
  requestIdleCallback(() => {
    for (const load of Object.values(LATER)) void load().catch(() => {})
  })
}
