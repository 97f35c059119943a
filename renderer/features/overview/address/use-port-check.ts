import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../../contract/calls.ts'
import { link } from '../../../bridge/engine.ts'

/** Milliseconds of quiet in the typing before the engine is asked. */
const QUIET = 200

type Check = CallOutput<'port.check'>

/** Whether a port is free; null while nobody knows, or with no port to ask about. */
export function usePortCheck(port: number | null): Check | null {
  const [known, setKnown] = useState<{ port: number; check: Check } | null>(null)
  useEffect(() => {
    if (port === null) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      link.call('port.check', { port }, { signal: stop.signal }).then(
        (check) => stop.signal.aborted || setKnown({ port, check }),
        () => {},
      )
    }, QUIET)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [port])
  return known?.port === port ? known.check : null
}
