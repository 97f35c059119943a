import { Tooltip } from 'radix-ui'
import { useEffect } from 'react'
import { Toaster } from 'sonner'
import { Welcome } from '../features/welcome/welcome.tsx'
import { usePick, useShoal } from '../store/store.ts'
import { Waiting } from './waiting.tsx'
import { ProjectWindow } from './window.tsx'

/** Milliseconds for which the pointer rests before a tooltip shows. */
const REST = 500

/** The whole window: the welcome screen, or the open project. */
export function App() {
  const { project, restoring } = usePick(({ project, restoring }) => ({ project, restoring }))
  const theme = useShoal(({ settings }) => settings?.theme ?? 'system')
  useWindow()

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  useEffect(() => {
    // The name only: a title is seen by every program that lists windows.
    document.title = project ? `${project.name} – Shoal` : 'Shoal'
  }, [project])

  return (
    <Tooltip.Provider delayDuration={REST}>
      {project ? <ProjectWindow /> : restoring ? <Waiting /> : <Welcome />}
      <Toaster theme={theme} position="bottom-right" closeButton />
    </Tooltip.Provider>
  )
}

/** Starts what the window follows for as long as it is open. */
function useWindow(): void {
  useEffect(() => {
    const shoal = useShoal.getState()
    shoal.watchEngine()
    shoal.watchSettings()
    shoal.watchRoute()
    // Both need the engine, and the connection is made again and again: they are asked for at each.
    const ask = () => {
      const { link, restoreProject, loadRecent } = useShoal.getState()
      if (link !== 'open') return
      void restoreProject().catch(() => {})
      void loadRecent().catch(() => {})
    }
    ask()
    return useShoal.subscribe((state, before) => {
      if (state.link !== before.link) ask()
    })
  }, [])
}
