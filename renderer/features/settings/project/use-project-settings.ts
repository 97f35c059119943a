import { useCallback, useEffect, useState } from 'react'
import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import type { ProjectSettings } from '../../../../contract/project.ts'
import { usePick } from '../../../store/store.ts'

interface Loaded {
  /** Null until they are known. */
  readonly settings: ProjectSettings | null
  readonly error: ErrorData | null
  readonly reload: () => Promise<void>
}

/** What the project's files say about how it is run, read again when the window is looked at again. */
export function useProjectSettings(): Loaded {
  const { command, connected } = usePick(({ command, link }) => ({ command, connected: link === 'open' }))
  const [settings, setSettings] = useState<ProjectSettings | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)

  const reload = useCallback(async () => {
    try {
      setSettings(await command('project.settings', {}))
      setError(null)
    } catch (thrown) {
      const failed = ShoalError.from(thrown)
      if (failed.code !== 'disconnected') setError(failed.toData())
    }
  }, [command])

  useEffect(() => {
    if (!connected) return
    const load = () => void reload()
    load()
    window.addEventListener('focus', load)
    return () => window.removeEventListener('focus', load)
  }, [connected, reload])

  return { settings, error, reload }
}
