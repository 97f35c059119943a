import { useEffect, useMemo } from 'react'
import { recent } from '../model/usage-history.ts'
import { useShoal } from './store.ts'

/** Keeps what the open project's containers use current for as long as the component is shown. */
export function useUsage(): void {
  const directory = useShoal(({ project }) => project?.directory)
  useEffect(() => {
    if (directory !== undefined) return useShoal.getState().shareUsage(directory)
  }, [directory])
}

/** What one container used in the last seconds, for a line beside its figures. */
export function useRecentUsage(name: string, seconds: number) {
  const history = useShoal(({ usageHistory }) => usageHistory)
  return useMemo(() => recent(history, name, seconds), [history, name, seconds])
}
