import { lazy, Suspense } from 'react'
import { Overview } from '../features/overview/overview.tsx'
import { useShoal } from '../store/store.ts'
import { Banner } from './banner.tsx'
import { Sidebar } from './sidebar.tsx'
import { Waiting } from './waiting.tsx'
import styles from './window.module.css'

// The terminal and the editor are most of what a window loads; they come when they are first looked at.
const SCREENS = {
  overview: Overview,
  logs: lazy(() => import('../features/logs/logs.tsx')),
  environment: lazy(() => import('../features/environment/environment.tsx')),
  settings: lazy(() => import('../features/settings/settings.tsx')),
} as const

/** The window of an open project: where to go on the left, the screen on the right. */
export function ProjectWindow() {
  const screen = useShoal(({ route }) => route.screen)
  const Shown = SCREENS[screen]
  return (
    <div className={styles.window}>
      <Sidebar />
      <div className={styles.main}>
        <Banner />
        <div className={styles.screen}>
          <Suspense fallback={<Waiting />}>
            <Shown />
          </Suspense>
        </div>
      </div>
    </div>
  )
}
