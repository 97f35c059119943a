import { useCallback, useEffect, useRef, useState } from 'react'
import type { Folder } from '../../../../contract/app.ts'
import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import { link } from '../../../bridge/engine.ts'

/** The folder that is looked at: the user's home at first. One that cannot be read leaves the last one there. */
export function useFolder() {
  const [folder, setFolder] = useState<Folder | null>(null)
  const [error, setError] = useState<ErrorData | null>(null)
  const latest = useRef(0)

  const look = useCallback((path?: string) => {
    latest.current += 1
    const mine = latest.current
    setError(null)
    link.call('app.list-folder', path === undefined ? {} : { path }).then(
      (found) => mine === latest.current && setFolder(found),
      (thrown) => mine === latest.current && setError(ShoalError.from(thrown).toData()),
    )
  }, [])

  useEffect(() => look(), [look])
  return { folder, error, look }
}
