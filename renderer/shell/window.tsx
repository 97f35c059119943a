import { Suspense, useEffect } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { DriftNotice } from '../features/drift/drift-notice.tsx'
import { useShoal } from '../store/store.ts'
import { Banner } from './banner.tsx'
import { Broken } from './broken.tsx'
import { loadScreens, SCREENS } from './screens.ts'
import { Sidebar } from './sidebar.tsx'
import { Waiting } from './waiting.tsx'
import styles from './window.module.css'

/** The window of an open project: where to go on the left, the screen on the right. */
export function ProjectWindow() {
  const screen = useShoal(({ route }) => route.screen)
  const Shown = SCREENS[screen]
  useEffect(loadScreens, [])
  return (
    <div className={styles.window}>
      <Sidebar />
      <div className={styles.main}>
        <Banner />
        <DriftNotice />
        <div className={styles.screen}>
          <ErrorBoundary FallbackComponent={Broken} resetKeys={[screen]}>
            <Suspense fallback={<Waiting />}>
              <Shown />
            </Suspense>
          </ErrorBoundary>
        </div>
      </div>
    </div>
  )
}
