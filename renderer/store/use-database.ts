import { useEffect } from 'react'
import { useShoal } from './store.ts'

/** Keeps what the open project's database says current for as long as the component is shown. */
export function useDatabase(): void {
  const directory = useShoal(({ project }) => project?.directory)
  useEffect(() => {
    if (directory !== undefined) return useShoal.getState().shareDatabase(directory)
  }, [directory])
}
