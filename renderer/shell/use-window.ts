import { useEffect } from 'react'
import { useShoal } from '../store/store.ts'

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
    return useShoal.subscribe((state, before) => {
      if (state.link !== before.link) ask()
    })
  }, [])
}
