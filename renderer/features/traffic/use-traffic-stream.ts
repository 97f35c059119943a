import { useEffect } from 'react'
import { useVisible } from '../../lib/use-visible.ts'
import { useShoal } from '../../store/store.ts'
import { useTraffic } from './state.ts'

/** Keeps the open project's traffic current while somebody can see it and it is not paused. */
export function useTrafficStream(): void {
  const directory = useShoal(({ project }) => project?.directory)
  const window = useTraffic(({ window }) => window)
  const paused = useTraffic(({ paused }) => paused)
  const visible = useVisible()
  useEffect(() => {
    if (directory === undefined || paused || !visible) return
    const stop = new AbortController()
    useShoal.getState().watchTraffic(directory, window, stop.signal)
    return () => stop.abort()
  }, [directory, window, paused, visible])
}
