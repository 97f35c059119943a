import { type RefObject, useEffect, useRef } from 'react'
import { isKeys } from '../../../lib/keys.ts'
import { setLogs, useLogs } from '../state.ts'

/**
 * Mod+F goes to the search, F3 and Shift+F3 through what it found, wherever the focus is. Where nothing is typed, `/` does
 * the first too, and E shows only errors, or everything again.
 */
export function useLogKeys(input: RefObject<HTMLInputElement | null>, step: (by: 1 | -1) => void): void {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const free = !isTyping(event.target)
      if (isKeys(event, 'Mod+F') || (free && isKeys(event, '/'))) {
        input.current?.focus()
        input.current?.select()
      } else if (isKeys(event, 'F3')) latest.current(1)
      else if (isKeys(event, 'Shift+F3')) latest.current(-1)
      else if (free && isKeys(event, 'E'))
        setLogs({ level: useLogs.getState().level === 'error' ? null : 'error' })
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [input])
}

/** Whether keys are text there; menus and dialogs have their own use for letters as well. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [contenteditable], [role="menu"], [role="dialog"]') !== null
  )
}
