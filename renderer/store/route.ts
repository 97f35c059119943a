import { SCREENS, type Screen } from '../model/screens.ts'
import { followWindow } from './lead.ts'
import type { Slice } from './types.ts'

/** Where the window is: `#/logs?name=app-2`. */
export interface Route {
  readonly screen: Screen
  readonly query: Readonly<Record<string, string>>
}

export interface RouteSlice {
  route: Route
  watchRoute(): void
  go(screen: Screen, query?: Record<string, string>): void
}

export const routeSlice: Slice<RouteSlice> = (set, get) => ({
  route: parseRoute(window.location.hash),
  watchRoute() {
    window.addEventListener('hashchange', () => set({ route: parseRoute(window.location.hash) }))
    followWindow(get)
  },
  go(screen, query = {}) {
    window.location.hash = hrefOf(screen, query)
  },
})

/** The link to a screen. */
export function hrefOf(screen: Screen, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `#/${screen}${search && `?${search}`}`
}

/** Reads a location's hash; whatever it does not know is the overview. Pure. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?')
  const screen = SCREENS.find(({ screen }) => screen === path)?.screen ?? 'overview'
  return { screen, query: Object.fromEntries(new URLSearchParams(search)) }
}
