import { useEffect } from 'react'
import { isKeys } from '../../lib/keys.ts'
import { apply } from './draft/apply.ts'

/** Mod+S applies, wherever the focus is. The browser's own answer to it would be of no use. */
export function useApplyKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isKeys(event, 'Mod+S')) return
      event.preventDefault()
      void apply()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
