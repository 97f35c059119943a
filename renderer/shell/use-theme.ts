import { useEffect } from 'react'
import { useShoal } from '../store/store.ts'

/** Shows the theme that the user chose; the system's without a choice. */
export function useTheme(): void {
  const theme = useShoal(({ settings }) => settings?.theme ?? 'system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
