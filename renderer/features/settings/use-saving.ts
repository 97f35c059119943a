import { useEffect, useState } from 'react'
import { type ErrorData, ShoalError } from '../../../contract/errors.ts'

/** Milliseconds for which "Saved" stays. */
const LINGER = 2_500

export interface Saving {
  readonly state: 'idle' | 'saving' | 'saved' | 'failed'
  readonly error: ErrorData | null
}

const IDLE: Saving = { state: 'idle', error: null }

/** Saves something at once, and says how that goes. */
export function useSaving(): { saving: Saving; save: (work: () => Promise<unknown>) => Promise<boolean> } {
  const [saving, setSaving] = useState(IDLE)

  useEffect(() => {
    if (saving.state !== 'saved') return
    const timer = setTimeout(() => setSaving(IDLE), LINGER)
    return () => clearTimeout(timer)
  }, [saving])

  const save = async (work: () => Promise<unknown>) => {
    setSaving({ state: 'saving', error: null })
    try {
      await work()
      setSaving({ state: 'saved', error: null })
      return true
    } catch (thrown) {
      setSaving({ state: 'failed', error: ShoalError.from(thrown).toData() })
      return false
    }
  }
  return { saving, save }
}
