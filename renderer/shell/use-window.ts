import { useEffect } from 'react'
import { useShoal } from '../store/store.ts'

/** Milliseconds between two looks at whether the folders of projects are still there. */
const LOOK = 3_000

/** Starts what the window follows for as long as it is open. */
export function useWindow(): void {
  useEffect(() => {
    const shoal = useShoal.getState()
    shoal.watchEngine()
    shoal.watchSettings()
    shoal.watchRoute()
    // Both need the engine, and the connection is made again and again: they are asked for at each.
    const ask = () => {
      const { link, restoreProject, loadRecent } = useShoal.getState()
      if (link !== 'open') return
      void restoreProject()
      void loadRecent().catch(() => {})
    }
    ask()
    const stop = useShoal.subscribe((state, before) => {
      if (state.link !== before.link) ask()
    })
    const timer = setInterval(look, LOOK)
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [])
}

function look(): void {
  const { link, loadRecent } = useShoal.getState()
  if (link === 'open' && !document.hidden) void loadRecent().catch(() => {})
}
