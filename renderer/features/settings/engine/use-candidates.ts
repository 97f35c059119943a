import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '../../../../contract/calls.ts'
import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import { link } from '../../../bridge/engine.ts'
import { useShoal } from '../../../store/store.ts'

type Candidate = CallOutput<'engine.candidates'>['candidates'][number]

interface Found {
  /** One an address. */
  readonly candidates: readonly Candidate[]
  readonly error: ErrorData | null
  readonly looking: boolean
  readonly look: () => Promise<void>
}

/** What was found last: it is shown at once when one comes back. */
let known: readonly Candidate[] = []

/** The engines that there are, each asked; asked again when another one is chosen. */
export function useCandidates(chosen: string | null): Found {
  const connected = useShoal((state) => state.link === 'open')
  const [candidates, setCandidates] = useState<readonly Candidate[]>(known)
  const [error, setError] = useState<ErrorData | null>(null)
  const [looking, setLooking] = useState(true)

  const look = useCallback(async () => {
    setLooking(true)
    try {
      const answer = await link.call('engine.candidates', {})
      known = answer.candidates.filter(isFirst)
      setCandidates(known)
      setError(null)
    } catch (thrown) {
      const failed = ShoalError.from(thrown)
      if (failed.code !== 'disconnected') setError(failed.toData())
    } finally {
      setLooking(false)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen stands first, so it is asked for anew
  useEffect(() => {
    if (connected) void look()
  }, [connected, chosen, look])

  return { candidates, error, looking, look }
}

/** The same engine can be known by several names; the first is the one that Shoal would use. */
function isFirst({ host }: Candidate, index: number, all: readonly Candidate[]): boolean {
  return all.findIndex((other) => other.host === host) === index
}
