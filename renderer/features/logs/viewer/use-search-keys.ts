import { type RefObject, useEffect, useRef } from 'react'
import { isKeys } from '../../../lib/keys.ts'

/** Mod+F goes to the search, F3 and Shift+F3 through what it found, wherever the focus is. */
export function useSearchKeys(input: RefObject<HTMLInputElement | null>, step: (by: 1 | -1) => void): void {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isKeys(event, 'Mod+F')) {
        input.current?.focus()
        input.current?.select()
      } else if (isKeys(event, 'F3')) latest.current(1)
      else if (isKeys(event, 'Shift+F3')) latest.current(-1)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [input])
}
